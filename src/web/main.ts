// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
import * as L from "leaflet";

document.title = L.version;
