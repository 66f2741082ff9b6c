// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <string>

namespace michinori::cli {

/// Opens an address in the user's browser, where there is a desktop to open it on. The address goes by a file that only
/// the user can read, because what a program is started with is seen by everybody on the machine.
class PageOpener {
public:
    PageOpener() = default;
    /// Takes the file away.
    ~PageOpener();
    PageOpener(const PageOpener&) = delete;
    PageOpener& operator=(const PageOpener&) = delete;

    /// Does nothing without a desktop, and says nothing when no browser comes: the address is printed too.
    void open(const std::string& address);

private:
    std::filesystem::path folder_;
};

}  // namespace michinori::cli
