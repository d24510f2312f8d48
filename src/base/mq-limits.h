/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a draft file may hold at most.  The size is known from the file system and the rest while parsing,
 * before there is a tree, so that a hostile file costs no more than these numbers say. */

/* the whole file, in bytes */
#define MQ_LIMIT_FILE_BYTES (64 * 1024 * 1024)
/* elements inside one another, the root being at depth 1 */
#define MQ_LIMIT_DEPTH 64
/* the character data of one element, in bytes of UTF-8 */
#define MQ_LIMIT_TEXT_BYTES (10 * 1024 * 1024)
/* elements, texts, comments and instructions together */
#define MQ_LIMIT_NODES 1000000
