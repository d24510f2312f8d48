/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mq-numeral-pieces.h"

/* Numbers and what they count, put together of the words of mq-numeral-pieces.c. */

#define AND " و"
#define PIECE(text) { text AND, sizeof (text AND) - 1 }

/* The words for powers of a thousand are themselves counted nouns, masculine.  Behind each stands « و», as behind the
 * pieces of numbers. */
typedef enum {
  SCALE_SINGULAR,
  SCALE_PLURAL,
  SCALE_ACCUSATIVE,
  SCALE_ACCUSATIVE_BEFORE,     /* with the tanween before its alif */
  SCALE_DUAL,
  SCALE_DUAL_OBLIQUE,
  SCALE_DUAL_CONSTRUCT,
  SCALE_DUAL_OBLIQUE_CONSTRUCT,
  N_SCALE_FORMS
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
  FORM_PLURAL,     /* genitive, after 3 to 10: ثلاثة أسهم */
  FORM_ACCUSATIVE, /* singular, after 11 to 99: أحد عشر سهماً */
  FORM_ONE,        /* سهم واحد */
  FORM_DUAL        /* سهمان */
} Form;

#define TANWEEN_AFTER_ALIF "اً"
#define TANWEEN_BEFORE_ALIF "ًا"

/* the words of three digits with their scale and what joins them; a piece written over their end has room in the endings */
G_STATIC_ASSERT (sizeof ("أربعمائة وثمانياً وثمانين تريليونات و") <= MQ_NUMERAL_ROOM_OF_GROUP);
G_STATIC_ASSERT (sizeof ("اً وين واحداً") + sizeof (MqPiece) <= MQ_NUMERAL_ENDINGS);

/* Writes a literal, whose length the compiler knows. */
#define PUT(p, literal) put_bytes ((p), (literal), sizeof (literal) - 1)

/* How a number is said: what does not change within it. */
typedef struct {
  const MqPiece *masculine;            /* below a hundred, in the case of the phrase */
  const MqPiece *counted;              /* the same in the gender of what is counted */
  const MqPiece (*hundreds)[10];       /* [MqHundred] */
  guint8 scale_forms[2][3];            /* [construct][Form]: which form of the scale */
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

/* The numeral of 1 to 999 without what it counts, and a space.  @alone: how a hundred is said behind which no number
 * stands. */
static inline char *
put_numeral (char *p, guint hundreds, guint rest, const MqPiece *below_hundred, MqHundred alone, const Style *style)
{
  if (hundreds != 0)
    p = mq_piece_write (p, &style->hundreds[rest != 0 ? MQ_HUNDRED_AND : alone][hundreds]);
  /* the piece for 0 is empty */
  return mq_piece_write (p, &below_hundred[rest]);
}

/* Which form the numeral before a noun asks for: only the last number read counts. */
static inline Form
form_after (guint rest)
{
  static const guint8 forms[100] = {
    [0 ... 2] = FORM_SINGULAR, [3 ... 10] = FORM_PLURAL, [11 ... 99] = FORM_ACCUSATIVE
  };

  return (Form) forms[rest];
}

const char *
mq_numeral_form_after_figure (guint64 n, const MqNoun *noun, const char *plural)
{
  switch (form_after ((guint) (n % 100)))
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
put_dual (char *p, const MqNoun *noun, MqCase case_)
{
  if (noun->dual != NULL && case_ == MQ_CASE_NOM)
    return put_text (p, noun->dual);
  if (noun->dual != NULL && g_str_has_suffix (noun->dual, "ان"))
    p = put_text (p, noun->dual) - strlen ("ان");
  else
    {
      p = put_text (p, noun->name);
      if (g_str_has_suffix (noun->name, "ة"))
        p = PUT (p - strlen ("ة"), "ت");
      else if (g_str_has_suffix (noun->name, "ى"))
        p = PUT (p - strlen ("ى"), "ي");
    }

  return case_ == MQ_CASE_NOM ? PUT (p, "ان") : PUT (p, "ين");
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
      p = put_dual (p, noun, style->case_);
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
      p = mq_piece_write (p, &style->counted[1]) - strlen (" ");
    }
  return p;
}

/* One or two thousands, millions and so on. */
static char *
put_few_scales (char *p, guint n, const MqPiece *scale, gboolean construct, const Style *style)
{
  if (n == 2)
    return mq_piece_write (p, &scale[(construct ? SCALE_DUAL_CONSTRUCT : SCALE_DUAL) + (style->case_ != MQ_CASE_NOM)]);
  return mq_piece_write (p, &scale[style->case_ == MQ_CASE_ACC ? style->scale_forms[construct][FORM_ACCUSATIVE]
                                                              : SCALE_SINGULAR]);
}

/* Thousands, millions and so on: @n of them, 1 to 999.  @construct: what is counted follows at once, and the
 * word before it loses its ن or its tanween: ألفا جنيه، أحد عشر ألف جنيه.  « و» stands behind it. */
static inline char *
put_scale (char *p, guint n, const MqPiece *scale, gboolean construct, const Style *style)
{
  guint hundreds = n / 100, rest = n % 100;

  if (rest == 1 || rest == 2)
    {
      if (hundreds == 0)
        return put_few_scales (p, rest, scale, construct, style);
      if (style->options->repeat_noun)
        {
          /* مئة ألف وألفان */
          p = mq_piece_write (p, &style->hundreds[MQ_HUNDRED_CONSTRUCT][hundreds]);
          p = mq_piece_write (p, &scale[SCALE_SINGULAR]);
          return put_few_scales (p, rest, scale, construct, style);
        }
    }

  p = put_numeral (p, hundreds, rest, style->masculine, MQ_HUNDRED_CONSTRUCT, style);
  return mq_piece_write (p, &scale[style->scale_forms[construct][form_after (rest)]]);
}

/* The groups of three digits of @n but for the last, which are not all 0.  @construct: what is counted follows at once. */
static char *
put_scales (char *p, guint64 n, gboolean construct, const Style *style)
{
  guint groups[G_N_ELEMENTS (scales)];
  guint n_groups = 0, lowest = 0;

  for (n /= 1000; n != 0; n /= 1000)
    groups[n_groups++] = (guint) (n % 1000);
  while (groups[lowest] == 0)
    lowest++;
  for (guint i = n_groups; i-- > lowest;)
    if (groups[i] != 0)
      p = put_scale (p, groups[i], scales[i], construct && i == lowest, style);
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
    .scale_forms = { { SCALE_SINGULAR, SCALE_PLURAL, before ? SCALE_ACCUSATIVE_BEFORE : SCALE_ACCUSATIVE },
                     { SCALE_SINGULAR, SCALE_PLURAL, SCALE_SINGULAR } },
    .case_ = case_,
    .options = options,
  };
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

  g_assert (n < MQ_NUMERAL_LIMIT);

  if (counted != NULL && (n == 1 || n == 2))
    return put_counted (p, counted, n == 1 ? FORM_ONE : FORM_DUAL, TRUE, &style);

  if (n == 0)
    p = PUT (p, "صفر ");
  if (left >= 1000)
    p = put_scales (p, left, counted != NULL && group == 0, &style);
  if (group != 0)
    p = put_numeral (p, group / 100, group % 100, style.counted,
                     counted != NULL ? MQ_HUNDRED_CONSTRUCT : MQ_HUNDRED_ALONE, &style);
  else if (left >= 1000)
    /* a space behind the scale, not « و» */
    p -= strlen (AND) - strlen (" ");
  if (counted == NULL)
    return p - strlen (" ");

  p = put_counted (p, counted, form_after (group % 100), TRUE, &style);
  if (repeat)
    {
      /* مئة جنيه وجنيه واحد */
      p = PUT (p, AND);
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
  gsize before = out->len, room = MQ_NUMERAL_ROOM + MQ_NUMERAL_ENDINGS;
  char *end;

  if (counted != NULL)
    room += 2 * length_of_noun (counted)
            + (counted->adjective != NULL ? strlen (counted->adjective) : 0);
  g_string_set_size (out, before + room);
  end = mq_numeral_write (out->str + before, n, counted, case_, options);
  g_string_truncate (out, (gsize) (end - out->str));
}
