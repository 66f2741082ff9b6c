// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/demo_osm.h"

#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/memory/buffer.hpp>

#include <exception>

#include "base/finding.h"

namespace michinori::io {
namespace {

constexpr std::size_t buffer_bytes = 1U << 20U;
constexpr std::size_t full_bytes = buffer_bytes - (buffer_bytes >> 3U);

/// Collects objects into buffers and hands full ones to the writer.
class Stream {
public:
    explicit Stream(const std::filesystem::path& file)
        : writer_(format_of(file), header(), osmium::io::overwrite::allow) {}

    void add(std::int64_t id, geo::Point place) {
        {
            osmium::builder::NodeBuilder builder(buffer_);
            builder.set_id(id).set_version(1).set_visible(true).set_location(osmium::Location{place.lon, place.lat});
        }
        commit();
    }

    void add(std::int64_t id, const OsmWay& way) {
        {
            osmium::builder::WayBuilder builder(buffer_);
            builder.set_id(id).set_version(1).set_visible(true);
            {
                osmium::builder::WayNodeListBuilder refs(builder);
                for (const auto node : way.nodes) {
                    refs.add_node_ref(node);
                }
            }
            osmium::builder::TagListBuilder tags(builder);
            for (const auto& [key, value] : way.tags) {
                tags.add_tag(key, value);
            }
        }
        commit();
    }

    void close() {
        writer_(std::move(buffer_));
        writer_.close();
    }

private:
    static osmium::io::File format_of(const std::filesystem::path& file) {
        return osmium::io::File(file.string(), "pbf,add_metadata=false");
    }
    static osmium::io::Header header() {
        osmium::io::Header header;
        header.set("generator", "michinori demo");
        return header;
    }
    void commit() {
        buffer_.commit();
        if (buffer_.committed() > full_bytes) {
            writer_(std::move(buffer_));
            buffer_ = osmium::memory::Buffer(buffer_bytes, osmium::memory::Buffer::auto_grow::yes);
        }
    }

    osmium::io::Writer writer_;
    osmium::memory::Buffer buffer_{buffer_bytes, osmium::memory::Buffer::auto_grow::yes};
};

}  // namespace

void write_osm_pbf(const std::filesystem::path& file, const std::vector<geo::Point>& nodes,
                   const std::vector<OsmWay>& ways) try {
    Stream stream(file);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        stream.add(static_cast<std::int64_t>(i) + 1, nodes[i]);
    }
    for (std::size_t i = 0; i < ways.size(); ++i) {
        stream.add(static_cast<std::int64_t>(i) + 1, ways[i]);
    }
    stream.close();
} catch (const std::exception& problem) {
    throw InputError({FindingCode::output_unwritable, {file.filename().string(), {}, {}}, {problem.what()}});
}

}  // namespace michinori::io
