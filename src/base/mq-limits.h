/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a draft file may hold at most.  The size is known from the file system and the rest while parsing,
 * before there is a tree, so that a hostile file costs no more than these numbers say. */

/* the whole file, in MiB and in bytes */
#define MQ_LIMIT_FILE_MIB 64
#define MQ_LIMIT_FILE_BYTES (MQ_LIMIT_FILE_MIB * 1024 * 1024)
/* elements inside one another, the root being at depth 1 */
#define MQ_LIMIT_DEPTH 64
/* the character data of one element, in MiB and in bytes of UTF-8 */
#define MQ_LIMIT_TEXT_MIB 10
#define MQ_LIMIT_TEXT_BYTES (MQ_LIMIT_TEXT_MIB * 1024 * 1024)
/* the value of one attribute, in KiB and in bytes */
#define MQ_LIMIT_ATTRIBUTE_KIB 64
#define MQ_LIMIT_ATTRIBUTE_BYTES (MQ_LIMIT_ATTRIBUTE_KIB * 1024)
/* the value of one fact: less than a text may have, so that what was taken can be read again */
#define MQ_LIMIT_VALUE_MIB 5
#define MQ_LIMIT_VALUE_BYTES (MQ_LIMIT_VALUE_MIB * 1024 * 1024)
/* elements, texts, comments, instructions and the words in attributes together */
#define MQ_LIMIT_NODES 1000000
/* The sum over all elements of the square of how many children each has: libxml2 validates in time that grows
 * with it.  One element may have 10,000, a thousand elements 300 each. */
#define MQ_LIMIT_WIDTH 100000000
/* the items of a value, its marks, the rows of a table: less than the sum allows, for the same reason */
#define MQ_LIMIT_ITEMS 5000
/* a PDF that a draft is taken out of, in MiB */
#define MQ_LIMIT_PDF_MIB 512
