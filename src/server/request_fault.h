// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "server/exchange.h"

namespace michinori::server {

/// What can be wrong with a request, apart from faults of the program's own (FindingCode).
enum class FaultCode {
    wrong_host,
    wrong_origin,
    wrong_token,
    not_found,
    wrong_method,
    bad_request,
    too_large,
    bad_json,
    too_deep,
    unknown_key,
    missing_key,
    wrong_type,
    bad_value,
    too_many_changes,
    change_not_allowed,
    name_taken,
    busy,
    not_ready,
    cancelled,
    inputs_wrong,
    program_failed,
};

/// A request that cannot be answered. `what` fills the message's place for what was wrong.
class RequestFault : public std::runtime_error {
public:
    explicit RequestFault(FaultCode code, const std::string& what = {});
    [[nodiscard]] FaultCode code() const { return code_; }

private:
    FaultCode code_;
};

/// {"error": {code, message, findings}} with the status of HTTP that fits (README.md of this folder).
[[nodiscard]] Answer fault_answer(FaultCode code, std::string_view what, const std::vector<Finding>& findings = {});

/// The answer to the exception that is being handled: RequestFault, InputError, Cancelled (jobs.h), anything else.
[[nodiscard]] Answer answer_to_exception();

}  // namespace michinori::server
