/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mq-formula-lex.h"

static const char *const keywords[] = { "and", "or", "not", "in", "empty", "where", "div", "true", "false",
                                        NULL };

/* longer signs first */
static const char *const signs[] = { "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "(", ")", ",", NULL };

static void
token_clear (gpointer data)
{
  g_free (((MqToken *) data)->text);
}

static gboolean
is_name_start (char c)
{
  return c >= 'a' && c <= 'z';
}

static gboolean
is_name (char c)
{
  return is_name_start (c) || g_ascii_isdigit (c) || c == '-';
}

/* A name may hold hyphens, and slashes between its parts. */
static const char *
end_of_name (const char *p)
{
  while (is_name (*p) || (*p == '/' && is_name_start (p[1])))
    p++;
  return p;
}

static const char *
end_of_number (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p);)
      p++;
  return p;
}

/* @p stands behind the opening quote.  A quote inside is written twice. */
static const char *
read_string (const char *p, GString *out)
{
  for (; *p != '\0'; p++)
    {
      if (*p == '\'' && p[1] != '\'')
        return p + 1;
      if (*p == '\'')
        p++;
      g_string_append_c (out, *p);
    }
  return NULL;
}

static const char *
find_sign (const char *p)
{
  for (guint i = 0; signs[i] != NULL; i++)
    if (g_str_has_prefix (p, signs[i]))
      return signs[i];
  return NULL;
}

/* the token at @p: where it ends, or NULL with the reason in @why */
static const char *
lex_token (const char *p, MqToken *token, const char **why)
{
  const char *end;

  if (*p == '\'')
    {
      g_autoptr (GString) string = g_string_new (NULL);

      end = read_string (p + 1, string);
      token->type = MQ_TOKEN_STRING;
      token->text = g_strdup (string->str);
      *why = "a text is not closed";
    }
  else if (g_ascii_isdigit (*p))
    {
      end = end_of_number (p);
      token->type = MQ_TOKEN_NUMBER;
      token->text = g_strndup (p, end - p);
    }
  else if (is_name_start (*p))
    {
      end = end_of_name (p);
      token->text = g_strndup (p, end - p);
      token->type = g_strv_contains (keywords, token->text) ? MQ_TOKEN_KEYWORD : MQ_TOKEN_NAME;
    }
  else
    {
      const char *sign = find_sign (p);

      token->type = MQ_TOKEN_SIGN;
      token->text = g_strdup (sign != NULL ? sign : "");
      end = sign != NULL ? p + strlen (sign) : NULL;
      *why = "a character that no formula has";
    }
  return end;
}

/**
 * mq_formula_lex:
 * @text: a formula
 * @problem: (out) (optional): what is wrong with it
 *
 * Returns: (transfer full) (nullable) (element-type MqToken): its words, closed by one of type %MQ_TOKEN_END
 */
GArray *
mq_formula_lex (const char *text, MqProblem **problem)
{
  g_autoptr (GArray) tokens = NULL;
  const char *p = text, *counted = text;
  guint position = 1;

  g_return_val_if_fail (text != NULL, NULL);

  tokens = g_array_new (FALSE, TRUE, sizeof (MqToken));
  g_array_set_clear_func (tokens, token_clear);
  for (;;)
    {
      MqToken token = { MQ_TOKEN_END };
      const char *why = NULL;

      while (g_ascii_isspace (*p))
        p++;
      position += (guint) g_utf8_pointer_to_offset (counted, p);
      counted = p;
      token.position = position;
      if (*p != '\0' && (p = lex_token (p, &token, &why)) == NULL)
        {
          g_autofree char *detail = g_strdup_printf ("%s, at character %u", why, token.position);

          g_free (token.text);
          mq_problem_report (problem, mq_problem_new (MQ_PROBLEM_FORMULA, text, detail));
          return NULL;
        }
      g_array_append_val (tokens, token);
      if (token.type == MQ_TOKEN_END)
        return g_steal_pointer (&tokens);
    }
}
