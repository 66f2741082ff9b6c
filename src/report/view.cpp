// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/view.h"

#include <algorithm>

#include "base/text.h"
#include "report/summary.h"
#include "report/view_answer.h"
#include "report/view_parts.h"

namespace michinori::report {
namespace {

std::string_view name(ViewKind kind) {
    switch (kind) {
        case ViewKind::run: return "run";
        case ViewKind::compare: return "compare";
        case ViewKind::serve: return "serve";
    }
    return "run";
}

Json groups_view(const ViewGroups& groups) {
    Json all = Json::array();
    for (const auto& id : groups.ids) {
        all.push_back({{"id", printable(id)}, {"title", words_view(title_of_group(id))}});
    }
    return all;
}

Json reasons_view() {
    Json all = Json::array();
    for (std::size_t r = 0; r < network::reason_count; ++r) {
        all.push_back(
            {{"id", network::reason_names[r]}, {"title", words_view(words_of(static_cast<network::Reason>(r)))}});
    }
    return all;
}

Json services_view(const std::vector<access::Service>& services) {
    Json all = Json::array();
    for (const auto& service : services) {
        all.push_back({{"id", printable(service.id)},
                       {"title", words_view(title_of(service))},
                       {"thresholds_min", service.thresholds_min},
                       {"cutoff_min", service.cutoff ? Json(minutes(*service.cutoff)) : Json()}});
    }
    return all;
}

void add_first_screen(const FirstScreen& screen, Json& view) {
    view["title"] = words_view(screen.title);
    view["question"] = words_view(screen.question);
    view["answer"] = words_view(screen.answer);
    view["figures"] = Json::array();
    for (const auto& figure : screen.figures) {
        view["figures"].push_back({{"label", words_view(figure.label)},
                                   {"value", words_view(figure.value)},
                                   {"note", words_view(figure.note)}});
    }
    view["main_state"] = screen.state;
}

Json findings_view(const ViewInputs& inputs, const std::vector<Finding>& own) {
    Json all = Json::array();
    for (const auto* findings : {&inputs.log.findings.all(), &inputs.notes, &own}) {
        for (const auto& finding : *findings) {
            all.push_back(finding_view(finding));
        }
    }
    return all;
}

Json refused_view(const io::InputLog& log) {
    constexpr std::size_t most_rows = 1000;
    Json rows = Json::array();
    for (std::size_t i = 0; i < std::min(log.refused.size(), most_rows); ++i) {
        const auto finding = finding_view(log.refused[i]);
        rows.push_back({{"place", finding["place"]}, {"text", finding["text"]}});
    }
    return {{"total", log.refused.size()}, {"rows", std::move(rows)}};
}

Json choices_view(const std::vector<ViewInputs::Choice>& choices) {
    Json all = Json::array();
    for (const auto& choice : choices) {
        all.push_back({{"id", printable(choice.id)}, {"title", words_view(choice.title)}});
    }
    return all;
}

Json head_of(const ViewInputs& inputs) {
    Json view{{"format", "michinori-view"},
              {"format_version", 1},
              {"kind", name(inputs.kind)},
              {"version", inputs.version},
              {"id", printable(inputs.scenario != nullptr ? inputs.scenario->id : inputs.states.back().side.id)},
              {"language", inputs.language == Language::japanese ? "ja" : "en"},
              {"attribution", inputs.scenario != nullptr ? printable(inputs.scenario->attribution) : ""}};
    add_first_screen(first_screen(inputs), view);
    return view;
}

void add_places(const ViewInputs& inputs, const ViewGroups& groups, Columns& columns, Json& view) {
    const auto& first = inputs.states.front();
    const auto& side = first.side;
    const auto level = main_level(side.levels);
    view["main_service"] = main_service(side.services);
    view["main_level"] = level ? Json(*level) : Json();
    view["groups"] = groups_view(groups);
    view["reasons"] = reasons_view();
    view["services"] = services_view(side.services);
    view["cells"] = cells_view(side, people_of(side, side, groups), columns);
    view["facilities"] = facilities_view(side);
    add_areas(side.levels, columns, view);
    view["roads"] = first.engine != nullptr ? roads_view(first.engine->model().network(), columns) : Json();
}

/// What did not fit, as a finding.
std::vector<Finding> told(const std::vector<std::string>& routes_left_out) {
    if (routes_left_out.empty()) {
        return {};
    }
    return {{FindingCode::report_shortened,
             {},
             {"routes", listed(routes_left_out, 50), "michinori serve / michinori route"}}};
}

}  // namespace

std::string view(const ViewInputs& inputs, Packing packing) {
    Columns columns;
    const auto groups = groups_of(inputs.states.front().side);
    auto view = head_of(inputs);
    add_places(inputs, groups, columns, view);
    auto states = states_view(inputs, groups, columns);
    const bool drawn_on_demand = inputs.kind == ViewKind::serve;
    const auto left_out = drawn_on_demand
                              ? std::vector<std::string>{}
                              : add_routes(inputs.states, view["main_service"].get<std::size_t>(), columns, states);
    view["states"] = std::move(states);
    view["tables"] = tables_view(inputs);
    view["rules"] = rules_view(inputs);
    view["profile"] = profile_view(inputs);
    view["findings"] = findings_view(inputs, told(left_out));
    view["refused"] = refused_view(inputs.log);
    if (drawn_on_demand) {
        view["years"] = inputs.years;
        view["profiles"] = choices_view(inputs.profiles);
    }
    view["manifest"] = inputs.manifest;
    return columns.container(view, packing);
}

}  // namespace michinori::report
