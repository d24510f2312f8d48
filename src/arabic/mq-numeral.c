/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-numeral-pieces.h"

/* Numbers and what they count, put together of the words of mq-numeral-pieces.c. */

#define PIECE(text) { text, sizeof (text) - 1 }

/* The words for powers of a thousand are themselves counted nouns, masculine. */
typedef enum {
  SCALE_SINGULAR,
  SCALE_PLURAL,
  SCALE_ACCUSATIVE,            /* and with the tanween before its alif */
  SCALE_DUAL = SCALE_ACCUSATIVE + 2, /* and oblique; then both in construct */
  N_SCALE_FORMS = SCALE_DUAL + 4
} ScaleForm;

static const MqPiece scales[][N_SCALE_FORMS] = {
  { PIECE ("ألف"), PIECE ("آلاف"), PIECE ("ألفاً"), PIECE ("ألفًا"),
    PIECE ("ألفان"), PIECE ("ألفين"), PIECE ("ألفا"), PIECE ("ألفي") },
  { PIECE ("مليون"), PIECE ("ملايين"), PIECE ("مليوناً"), PIECE ("مليونًا"),
    PIECE ("مليونان"), PIECE ("مليونين"), PIECE ("مليونا"), PIECE ("مليوني") },
  { PIECE ("مليار"), PIECE ("مليارات"), PIECE ("ملياراً"), PIECE ("مليارًا"),
    PIECE ("ملياران"), PIECE ("مليارين"), PIECE ("مليارا"), PIECE ("ملياري") },
  { PIECE ("تريليون"), PIECE ("تريليونات"), PIECE ("تريليوناً"), PIECE ("تريليونًا"),
    PIECE ("تريليونان"), PIECE ("تريليونين"), PIECE ("تريليونا"), PIECE ("تريليوني") },
};

/* The form of a counted noun. */
typedef enum {
  FORM_SINGULAR,   /* genitive, after hundreds and thousands: مئة سهم */
  FORM_ONE,        /* سهم واحد */
  FORM_DUAL,       /* سهمان */
  FORM_PLURAL,     /* genitive, after 3 to 10: ثلاثة أسهم */
  FORM_ACCUSATIVE  /* singular, after 11 to 99: أحد عشر سهماً */
} Form;

#define TANWEEN_AFTER_ALIF "اً"
#define TANWEEN_BEFORE_ALIF "ًا"

/* more than the words of three digits with their scale and what joins them take: «أربعمائة وثمانياً وثمانين تريليونات» */
#define ROOM_OF_GROUP 96

/* Writes a literal, whose length the compiler knows. */
#define PUT(p, literal) put_bytes ((p), (literal), sizeof (literal) - 1)

/* How a number is said: what does not change within it. */
typedef struct {
  const MqPiece *masculine;            /* below a hundred, in the case of the phrase */
  const MqPiece *counted;              /* the same in the gender of what is counted */
  const MqPiece (*hundreds)[10];       /* [construct] */
  MqCase case_;
  const MqWordsOptions *options;
} Style;

static inline char *
put_bytes (char *p, const char *bytes, gsize n)
{
  memcpy (p, bytes, n);
  return p + n;
}

static inline char *
put_text (char *p, const char *text)
{
  return put_bytes (p, text, strlen (text));
}

/* Words that may hold a tanween. */
static char *
put_words (char *p, const char *words, const MqWordsOptions *options)
{
  const char *hit;

  if (options->tanween_before_alif)
    while ((hit = strstr (words, TANWEEN_AFTER_ALIF)) != NULL)
      {
        p = put_bytes (p, words, (gsize) (hit - words));
        p = PUT (p, TANWEEN_BEFORE_ALIF);
        words = hit + strlen (TANWEEN_AFTER_ALIF);
      }
  return put_text (p, words);
}

static char *
put_tanween (char *p, const MqWordsOptions *options)
{
  return options->tanween_before_alif ? PUT (p, TANWEEN_BEFORE_ALIF) : PUT (p, TANWEEN_AFTER_ALIF);
}

/* The numeral of 1 to 999 without what it counts; @construct: that follows at once. */
static char *
put_numeral (char *p, guint n, const MqPiece *below_hundred, gboolean construct, const Style *style)
{
  guint hundreds = n / 100, rest = n % 100;

  if (hundreds != 0)
    {
      p = mq_piece_write (p, &style->hundreds[construct && rest == 0][hundreds]);
      if (rest == 0)
        return p;
      p = PUT (p, " و");
    }
  return mq_piece_write (p, &below_hundred[rest]);
}

/* Which form the numeral before a noun asks for: only the last number read counts. */
static Form
form_after (guint64 n)
{
  guint rest = (guint) (n % 100);

  if (rest >= 3 && rest <= 10)
    return FORM_PLURAL;
  if (rest >= 11)
    return FORM_ACCUSATIVE;

  return FORM_SINGULAR;
}

const char *
mq_numeral_form_after_figure (guint64 n, const MqNoun *noun, const char *plural)
{
  switch (form_after (n))
    {
    case FORM_PLURAL:
      return plural;
    case FORM_ACCUSATIVE:
      return noun->accusative;
    case FORM_SINGULAR:
    case FORM_ONE:
    case FORM_DUAL:
    default:
      return noun->name;
    }
}

static char *
put_dual (char *p, const MqNoun *noun, MqCase case_, gboolean construct)
{
  const char *name = noun->name;
  gsize length = strlen (name);

  if (noun->dual != NULL && case_ == MQ_CASE_NOM)
    {
      p = put_text (p, noun->dual);
      return construct && g_str_has_suffix (noun->dual, "ن") ? p - strlen ("ن") : p;
    }
  if (noun->dual != NULL && g_str_has_suffix (noun->dual, "ان"))
    p = put_text (p, noun->dual) - strlen ("ان");
  else
    {
      p = put_text (p, name);
      if (length > strlen ("ة") && memcmp (name + length - strlen ("ة"), "ة", strlen ("ة")) == 0)
        p = PUT (p - strlen ("ة"), "ت");
      else if (length > strlen ("ى") && memcmp (name + length - strlen ("ى"), "ى", strlen ("ى")) == 0)
        p = PUT (p - strlen ("ى"), "ي");
    }

  p = case_ == MQ_CASE_NOM ? PUT (p, "ا") : PUT (p, "ي");
  return construct ? p : PUT (p, "ن");
}

static char *
put_adjective (char *p, const char *adjective, Form form, MqCase case_, const MqWordsOptions *options)
{
  *p++ = ' ';
  p = put_text (p, adjective);
  switch (form)
    {
    case FORM_DUAL:
      return case_ == MQ_CASE_NOM ? PUT (p, "ان") : PUT (p, "ين");
    case FORM_PLURAL:
      return PUT (p, "ة");
    case FORM_ACCUSATIVE:
      return put_tanween (p, options);
    case FORM_ONE:
      return case_ == MQ_CASE_ACC ? put_tanween (p, options) : p;
    case FORM_SINGULAR:
    default:
      return p;
    }
}

/* What is counted, with its adjective if @first, and with واحد where the form is that of one. */
static char *
put_counted (char *p, const MqCounted *counted, Form form, gboolean first, const Style *style)
{
  const MqWordsOptions *options = style->options;
  const MqNoun *noun = counted->noun;

  switch (form)
    {
    case FORM_ONE:
      p = put_words (p, style->case_ == MQ_CASE_ACC ? noun->accusative : noun->name, options);
      break;
    case FORM_DUAL:
      p = put_dual (p, noun, style->case_, FALSE);
      break;
    case FORM_PLURAL:
      p = put_words (p, counted->plural, options);
      break;
    case FORM_ACCUSATIVE:
      p = put_words (p, noun->accusative, options);
      break;
    case FORM_SINGULAR:
    default:
      p = put_words (p, noun->name, options);
      break;
    }

  if (first && counted->adjective != NULL)
    p = put_adjective (p, counted->adjective, form, style->case_, options);
  if (form == FORM_ONE)
    {
      *p++ = ' ';
      p = mq_piece_write (p, &style->counted[1]);
    }
  return p;
}

static const MqPiece *
scale_dual (const MqPiece *scale, gboolean construct, const Style *style)
{
  return &scale[SCALE_DUAL + (style->case_ != MQ_CASE_NOM) + (construct ? 2 : 0)];
}

static const MqPiece *
scale_accusative (const MqPiece *scale, gboolean construct, const Style *style)
{
  return &scale[construct ? SCALE_SINGULAR : SCALE_ACCUSATIVE + (style->options->tanween_before_alif != FALSE)];
}

/* Thousands, millions and so on: @n of them, 1 to 999.  @construct: what is counted follows at once, and the
 * word before it loses its ن or its tanween: ألفا جنيه، أحد عشر ألف جنيه. */
static char *
put_scale (char *p, guint n, const MqPiece *scale, gboolean construct, const Style *style)
{
  guint rest = n % 100;
  Form form;

  if (n > 100 && (rest == 1 || rest == 2) && style->options->repeat_noun)
    {
      /* مئة ألف وألفان */
      p = mq_piece_write (p, &style->hundreds[TRUE][n / 100]);
      *p++ = ' ';
      p = PUT (mq_piece_write (p, &scale[SCALE_SINGULAR]), " و");
      n = rest;
    }

  if (n == 2)
    return mq_piece_write (p, scale_dual (scale, construct, style));
  if (n == 1)
    return mq_piece_write (p, style->case_ == MQ_CASE_ACC ? scale_accusative (scale, construct, style)
                                                          : &scale[SCALE_SINGULAR]);

  p = put_numeral (p, n, style->masculine, TRUE, style);
  *p++ = ' ';
  form = form_after (n);
  return mq_piece_write (p, form == FORM_ACCUSATIVE ? scale_accusative (scale, construct, style)
                            : &scale[form == FORM_PLURAL ? SCALE_PLURAL : SCALE_SINGULAR]);
}

/* The groups of three digits of @n above the lowest, which stands in @n % 1000.  @construct: what is counted follows at
 * once. */
static char *
put_scales (char *p, guint64 n, gboolean construct, const Style *style)
{
  guint groups[G_N_ELEMENTS (scales)];
  guint lowest = G_N_ELEMENTS (scales);
  char *start = p;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      n /= 1000;
      groups[i] = (guint) (n % 1000);
      if (groups[i] != 0 && lowest == G_N_ELEMENTS (scales))
        lowest = i;
    }
  for (guint i = G_N_ELEMENTS (scales); i-- > lowest;)
    if (groups[i] != 0)
      {
        if (p > start)
          p = PUT (p, " و");
        p = put_scale (p, groups[i], scales[i], construct && i == lowest, style);
      }
  return p;
}

static Style
style_of (const MqCounted *counted, MqCase case_, const MqWordsOptions *options)
{
  const MqPieces *pieces = mq_numeral_pieces ();
  MqGender gender = counted != NULL ? counted->noun->gender : MQ_GENDER_MASCULINE;
  guint before = options->tanween_before_alif != FALSE, alif = options->hundred_with_alif != FALSE;

  return (Style) {
    .masculine = pieces->below_hundred[before][MQ_GENDER_MASCULINE][case_],
    .counted = pieces->below_hundred[before][gender][case_],
    .hundreds = pieces->hundreds[alif][case_],
    .case_ = case_,
    .options = options,
  };
}

/**
 * mq_numeral_room: (skip)
 * @n: a number
 *
 * Returns: how many bytes mq_numeral_write() may write to for the number itself, and the piece behind it
 */
gsize
mq_numeral_room (guint64 n)
{
  gsize room = ROOM_OF_GROUP + sizeof (MqPiece);

  for (; n >= 1000; n /= 1000)
    room += ROOM_OF_GROUP;
  return room;
}

/**
 * mq_numeral_write: (skip)
 * @p: where to write; no zero is put behind the words
 * @n: a number below %MQ_NUMERAL_LIMIT
 * @counted: (nullable): what is counted; %NULL: the bare, masculine, number
 * @case_: the case of the phrase
 * @options: spelling, and whether the noun is repeated
 *
 * Returns: the end of the words
 */
char *
mq_numeral_write (char *p, guint64 n, const MqCounted *counted, MqCase case_, const MqWordsOptions *options)
{
  const Style style = style_of (counted, case_, options);
  guint rest = (guint) (n % 100);
  gboolean repeat = counted != NULL && options->repeat_noun && n > 100 && (rest == 1 || rest == 2);
  guint64 left = repeat ? n - rest : n;
  guint group = (guint) (left % 1000);
  char *start = p;

  g_assert (n < MQ_NUMERAL_LIMIT);

  if (counted != NULL && (n == 1 || n == 2))
    return put_counted (p, counted, n == 1 ? FORM_ONE : FORM_DUAL, TRUE, &style);

  if (n == 0)
    p = PUT (p, "صفر");
  if (left >= 1000)
    p = put_scales (p, left, counted != NULL && group == 0, &style);
  if (group != 0)
    {
      if (p > start)
        p = PUT (p, " و");
      p = put_numeral (p, group, style.counted, counted != NULL, &style);
    }
  if (counted == NULL)
    return p;

  *p++ = ' ';
  p = put_counted (p, counted, form_after (group), TRUE, &style);
  if (repeat)
    {
      /* مئة جنيه وجنيه واحد */
      p = PUT (p, " و");
      p = put_counted (p, counted, rest == 1 ? FORM_ONE : FORM_DUAL, FALSE, &style);
    }
  return p;
}

/* The longest form of the noun, of which one may be given that is not made by the rule. */
static gsize
length_of_noun (const MqCounted *counted)
{
  const MqNoun *noun = counted->noun;
  gsize length = MAX (strlen (noun->name), strlen (noun->accusative));

  length = MAX (length, strlen (counted->plural));
  return noun->dual != NULL ? MAX (length, strlen (noun->dual)) : length;
}

/* Appends what mq_numeral_write() writes. */
void
mq_numeral_put_number (GString *out, guint64 n, const MqCounted *counted, MqCase case_,
                       const MqWordsOptions *options)
{
  gsize before = out->len, room = mq_numeral_room (n);
  char *end;

  if (counted != NULL)
    room += 2 * length_of_noun (counted) + MQ_NUMERAL_ENDINGS
            + (counted->adjective != NULL ? strlen (counted->adjective) : 0);
  g_string_set_size (out, before + room);
  end = mq_numeral_write (out->str + before, n, counted, case_, options);
  g_string_truncate (out, (gsize) (end - out->str));
}
