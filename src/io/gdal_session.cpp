// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/gdal_session.h"

#include <cpl_error.h>
#include <ogrsf_frmts.h>

#include <mutex>

namespace michinori::io {
namespace {

void CPL_STDCALL keep_message(CPLErr kind, CPLErrorNum /*number*/, const char* words) {
    static_cast<GdalMessages*>(CPLGetErrorHandlerUserData())->keep(kind >= CE_Failure, words);
}

}  // namespace

void register_gdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        RegisterOGRShape();
        RegisterOGRGeoPackage();
        RegisterOGRGeoJSON();
        RegisterOGRFlatGeobuf();
    });
}

GdalMessages::GdalMessages() {
    CPLPushErrorHandlerEx(keep_message, this);
}
GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}

void GdalMessages::keep(bool failure, const char* words) {
    if (failure) {
        failures_.emplace_back(words);
    }
}

}  // namespace michinori::io
