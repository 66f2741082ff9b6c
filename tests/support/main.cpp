// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
