// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/page.h"

#include <fmt/core.h>

#include <memory>
#include <string>
#include <string_view>

#include "web/assets.h"

namespace michinori::server {
namespace {

constexpr const char* policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

std::shared_ptr<const std::string> shared(std::string_view text) {
    return std::make_shared<const std::string>(text);
}

}  // namespace

Answer page_answer(Language language) {
    const bool ja = language == Language::japanese;
    const auto html = fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>michinori</title>\n"
        "<link rel=\"icon\" href=\"data:,\">\n"
        "<link rel=\"stylesheet\" href=\"style.css\">\n<script src=\"app.js\" defer></script>\n</head>\n"
        "<body>\n<main id=\"app\"></main>\n</body>\n</html>\n",
        ja ? "ja" : "en");
    return {200, "text/html; charset=utf-8", shared(html), {{"Content-Security-Policy", policy}}};
}

Answer script_answer() {
    static const auto script = shared(web::script());
    return {200, "text/javascript; charset=utf-8", script, {}};
}

Answer style_answer() {
    static const auto style = shared(web::style());
    return {200, "text/css; charset=utf-8", style, {}};
}

}  // namespace michinori::server
