// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The web Mercator projection, from 1e-7 degrees to shares of the world (0 to 1, north up), as Leaflet's EPSG:3857 has it. */

export function worldX(lon: number): number {
    return lon / 3.6e9 + 0.5;
}
export function worldY(lat: number): number {
    const sine = Math.sin((lat * Math.PI) / 1.8e9);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
/** Degrees of latitude of a share of the world. */
export function latitudeAt(y: number): number {
    return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
export function worldXs(lons: Int32Array): Float64Array {
    return Float64Array.from(lons, worldX);
}
export function worldYs(lats: Int32Array): Float64Array {
    return Float64Array.from(lats, worldY);
}

/** What part of the world a canvas shows: a point's pixel is world x scale - left (or top). Pixels are those of CSS. */
export interface Frame {
    width: number;
    height: number;
    /** Pixels of the screen by pixel of CSS. */
    ratio: number;
    /** Pixels by world. */
    scale: number;
    left: number;
    top: number;
}

/** Metres by pixel at a latitude in degrees. */
export function metresByPixel(frame: Frame, lat: number): number {
    return (40075016.7 * Math.cos((lat * Math.PI) / 180)) / frame.scale;
}
