// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/request_fault.h"

#include <fmt/core.h>

#include <array>
#include <exception>
#include <new>

#include "base/text.h"
#include "report/view.h"
#include "server/job_progress.h"
#include "server/json_answer.h"

namespace michinori::server {
namespace {

struct Entry {
    FaultCode code;
    int status;
    std::string_view name;
    std::string_view en;  ///< {}: what was wrong
    std::string_view ja;
};

constexpr std::size_t longest_words = 300;

constexpr std::array entries{
    Entry{FaultCode::wrong_host, 403, "wrong_host", "the request was sent to another host{}",
          "別のホスト宛ての要求です{}"},
    Entry{FaultCode::wrong_origin, 403, "wrong_origin", "the request comes from another page{}",
          "別のページからの要求です{}"},
    Entry{FaultCode::wrong_token, 403, "wrong_token", "the token of the start URL is missing or wrong{}",
          "起動時のURLにあるトークンがないか、違います{}"},
    Entry{FaultCode::not_found, 404, "not_found", "there is nothing here{}", "ここには何もありません{}"},
    Entry{FaultCode::wrong_method, 405, "wrong_method", "this cannot be asked in this way{}",
          "この方法では要求できません{}"},
    Entry{FaultCode::bad_request, 400, "bad_request", "the request cannot be read{}", "要求を読み取れません{}"},
    Entry{FaultCode::too_large, 413, "too_large", "the request is too large{}", "要求が大きすぎます{}"},
    Entry{FaultCode::bad_json, 400, "bad_json", "the body is no JSON{}", "本文がJSONではありません{}"},
    Entry{FaultCode::too_deep, 400, "too_deep", "the JSON is nested too deeply{}", "JSONの入れ子が深すぎます{}"},
    Entry{FaultCode::unknown_key, 400, "unknown_key", "a key that is not known{}", "知らないキーです{}"},
    Entry{FaultCode::missing_key, 400, "missing_key", "a key is missing{}", "キーがありません{}"},
    Entry{FaultCode::wrong_type, 400, "wrong_type", "a value has the wrong type{}", "値の型が違います{}"},
    Entry{FaultCode::bad_value, 400, "bad_value", "a value is not possible{}", "値が正しくありません{}"},
    Entry{FaultCode::too_many_changes, 400, "too_many_changes", "there are too many changes{}", "変更が多すぎます{}"},
    Entry{FaultCode::change_not_allowed, 400, "change_not_allowed", "a change that the page does not take{}",
          "このページでは受け付けない変更です{}"},
    Entry{FaultCode::name_taken, 409, "name_taken", "something is saved under this name already{}",
          "同じ名前で保存されたものがあります{}"},
    Entry{FaultCode::busy, 503, "busy", "too much is asked at once; try again{}",
          "要求が集中しています。しばらくしてからもう一度お試しください{}"},
    Entry{FaultCode::not_ready, 409, "not_ready", "the work is not done yet{}", "処理がまだ終わっていません{}"},
    Entry{FaultCode::cancelled, 410, "cancelled", "the work was cancelled{}", "処理は取り消されました{}"},
    Entry{FaultCode::inputs_wrong, 400, "inputs_wrong", "what was asked cannot be done{}",
          "要求された内容は実行できません{}"},
    Entry{FaultCode::program_failed, 500, "program_failed", "the program failed{}", "プログラムで問題が起きました{}"},
};

const Entry& entry_of(FaultCode code) {
    return entries.at(static_cast<std::size_t>(code));
}

std::string words(std::string_view pattern, std::string_view what) {
    const auto shown = shortened(printable(what), longest_words);
    return fmt::format(fmt::runtime(pattern), shown.empty() ? shown : ": " + shown);
}

}  // namespace

RequestFault::RequestFault(FaultCode code, const std::string& what) : std::runtime_error(what), code_(code) {}

Answer fault_answer(FaultCode code, std::string_view what, const std::vector<Finding>& findings) {
    const auto& entry = entry_of(code);
    report::Json error{{"code", entry.name},
                       {"message", {{"ja", words(entry.ja, what)}, {"en", words(entry.en, what)}}}};
    if (!findings.empty()) {
        error["findings"] = report::Json::array();
        for (const auto& finding : findings) {
            error["findings"].push_back(report::finding_view(finding));
        }
    }
    return json_answer({{"error", std::move(error)}}, entry.status);
}

Answer answer_to_exception() {
    try {
        throw;
    } catch (const RequestFault& fault) {
        return fault_answer(fault.code(), fault.what());
    } catch (const InputError& error) {
        return fault_answer(FaultCode::inputs_wrong, {}, error.findings());
    } catch (const Cancelled&) {
        return fault_answer(FaultCode::cancelled, {});
    } catch (const std::bad_alloc&) {
        return fault_answer(FaultCode::program_failed, "out of memory");
    } catch (const std::exception& error) {
        return fault_answer(FaultCode::program_failed, error.what());
    } catch (...) {
        return fault_answer(FaultCode::program_failed, {});
    }
}

}  // namespace michinori::server
