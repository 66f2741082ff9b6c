// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_file.h"

#include <tbb/global_control.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <vector>

// libosmium is heavy and warns under our flags: no other reader includes it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>
#include <osmium/thread/pool.hpp>
#pragma GCC diagnostic pop

namespace michinori::io {
namespace {

constexpr std::array<std::string_view, 7> endings{".pbf", ".osm", ".xml", ".osm.gz", ".osm.bz2", ".xml.gz", ".xml.bz2"};

/// Hands the objects of osmium's buffers to the visitor in plain types.
class Dispatcher {
public:
    explicit Dispatcher(OsmVisitor& visitor) : visitor_(visitor) {}

    void dispatch(const osmium::memory::Buffer& buffer) {
        for (const auto& object : buffer.select<osmium::OSMObject>()) {
            if (!object.visible()) {
                continue;
            }
            switch (object.type()) {
                case osmium::item_type::node: node(static_cast<const osmium::Node&>(object)); break;
                case osmium::item_type::way: way(static_cast<const osmium::Way&>(object)); break;
                case osmium::item_type::relation: relation(static_cast<const osmium::Relation&>(object)); break;
                default: break;
            }
        }
    }

private:
    const OsmTags& tags_of(const osmium::OSMObject& object) {
        tags_.clear();
        for (const auto& tag : object.tags()) {
            tags_.add(tag.key(), tag.value());
        }
        return tags_;
    }
    void node(const osmium::Node& node) {
        if (node.location().valid()) {
            visitor_.node(node.id(), {node.location().lon(), node.location().lat()}, tags_of(node));
        }
    }
    void way(const osmium::Way& way) {
        nodes_.clear();
        for (const auto& ref : way.nodes()) {
            nodes_.push_back(ref.ref());
        }
        visitor_.way(way.id(), nodes_, tags_of(way));
    }
    void relation(const osmium::Relation& relation) {
        members_.clear();
        for (const auto& member : relation.members()) {
            members_.push_back(
                {static_cast<OsmKind>(osmium::item_type_to_char(member.type())), member.ref(), member.role()});
        }
        visitor_.relation(relation.id(), members_, tags_of(relation));
    }

    OsmVisitor& visitor_;
    OsmTags tags_;
    std::vector<std::int64_t> nodes_;
    std::vector<OsmMember> members_;
};

osmium::osm_entity_bits::type entities(OsmPass pass) {
    namespace bits = osmium::osm_entity_bits;
    auto wanted = bits::nothing;
    wanted |= pass.nodes ? bits::node : bits::nothing;
    wanted |= pass.ways ? bits::way : bits::nothing;
    wanted |= pass.relations ? bits::relation : bits::nothing;
    return wanted;
}

void read_all(const std::filesystem::path& path, OsmPass pass, OsmVisitor& visitor, Progress& progress) {
    const auto threads = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    osmium::thread::Pool pool(static_cast<int>(threads));
    // An absolute path: osmium would hand a name like "http:..." to a download program.
    const osmium::io::File file(std::filesystem::absolute(path).string());
    osmium::io::Reader reader(file, entities(pass), pool);
    Dispatcher dispatcher(visitor);
    while (const auto buffer = reader.read()) {
        dispatcher.dispatch(buffer);
        progress.advance(static_cast<double>(reader.offset()) /
                         static_cast<double>(std::max<std::size_t>(reader.file_size(), 1)));
    }
    reader.close();
}

constexpr auto compressed_ends_early = "the compressed data are truncated";

/// The decoders of PBF and XML have no error code for a file that ends early, only words.
bool speaks_of_early_end(std::string_view message) {
    constexpr std::array<std::string_view, 7> words{"truncated",        "unexpected EOF", "unexpected end of file",
                                                    "no element found", "unclosed token", "ends unexpectedly",
                                                    "unclosed CDATA"};
    return std::any_of(words.begin(), words.end(),
                       [message](std::string_view word) { return message.find(word) != std::string_view::npos; });
}

[[noreturn]] void throw_unreadable(const InputFile& file, std::string_view message) {
    const auto code = speaks_of_early_end(message) ? FindingCode::file_truncated : FindingCode::file_unreadable;
    throw InputError({code, {file.shown, std::nullopt, std::nullopt}, {std::string(message)}});
}

void check_openable(const InputFile& file) {
    std::error_code fault;
    const auto status = std::filesystem::status(file.path, fault);
    if (!std::filesystem::exists(status)) {
        throw InputError({FindingCode::file_missing, {file.shown, std::nullopt, std::nullopt}, {}});
    }
    if (!std::filesystem::is_regular_file(status)) {
        throw_unreadable(file, "it is not a file");
    }
    if (std::filesystem::file_size(file.path, fault) == 0) {
        throw_unreadable(file, "truncated to nothing (0 bytes)");
    }
}

}  // namespace

std::string osm_format(const InputFile& file) {
    check_openable(file);
    const auto name = file.path.filename().string();
    const auto ending =
        std::find_if(endings.begin(), endings.end(), [&name](std::string_view e) { return name.ends_with(e); });
    if (ending == endings.end()) {
        throw InputError({FindingCode::format_unknown,
                          {file.shown, std::nullopt, std::nullopt},
                          {file.path.extension().string(), ".osm.pbf, .osm, .osm.gz, .osm.bz2"}});
    }
    return *ending == ".pbf" ? "OSM PBF" : "OSM XML";
}

void visit_osm(const InputFile& file, OsmPass pass, OsmVisitor& visitor, Progress& progress) {
    (void)osm_format(file);
    try {
        read_all(file.path, pass, visitor, progress);
    } catch (const InputError&) {
        throw;
    } catch (const osmium::gzip_error& fault) {
        throw_unreadable(file, fault.gzip_error_code == Z_BUF_ERROR ? compressed_ends_early : fault.what());
    } catch (const osmium::bzip2_error& fault) {
        throw_unreadable(file, fault.bzip2_error_code == BZ_UNEXPECTED_EOF ? compressed_ends_early : fault.what());
    } catch (const std::bad_alloc&) {
        throw;  // the machine's failure, not the file's
    } catch (const std::exception& fault) {
        // osmium's errors share no base class of their own; a visitor throws nothing else.
        throw_unreadable(file, fault.what());
    }
}

Place osm_place(const InputFile& file, OsmKind kind, std::int64_t id) {
    const std::string_view word = kind == OsmKind::node ? "node" : kind == OsmKind::way ? "way" : "relation";
    return {file.shown + ' ' + std::string(word) + ' ' + std::to_string(id), std::nullopt, std::nullopt};
}

std::string osm_id(OsmKind kind, std::int64_t id) {
    return static_cast<char>(kind) + std::to_string(id);
}

}  // namespace michinori::io
