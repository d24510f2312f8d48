/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mq-shape.h"

#include "mq-kind-private.h"

#include <string.h>

MqShape
mq_shape_root (void)
{
  return (MqShape) { .type = MQ_SHAPE_ROOT };
}

static MqShape
shape_of_field (const MqField *field)
{
  if (field == NULL)
    return (MqShape) { .type = MQ_SHAPE_TEXT };
  if (field->type == MQ_TYPE_TABLE)
    return (MqShape) { .type = MQ_SHAPE_TABLE, .field = field };
  if (field->type == MQ_TYPE_LIST || field->type == MQ_TYPE_PARAS)
    return (MqShape) { .type = MQ_SHAPE_LIST, .field = field };

  return (MqShape) { .type = MQ_SHAPE_TEXT, .field = field };
}

static MqShapeType
shape_in_root (const char *name)
{
  if (strcmp (name, "facts") == 0)
    return MQ_SHAPE_FACTS;
  if (strcmp (name, "wording") == 0)
    return MQ_SHAPE_WORDING;
  if (strcmp (name, "body") == 0)
    return MQ_SHAPE_BODY;

  return MQ_SHAPE_TEXT;
}

static MqShapeType
shape_in_body (const char *name)
{
  if (strcmp (name, "part") == 0 || strcmp (name, "article") == 0)
    return MQ_SHAPE_BODY;
  if (strcmp (name, "list") == 0)
    return MQ_SHAPE_LIST;

  return MQ_SHAPE_TEXT;
}

/* The shape of @child, an element, in a parent of shape @parent. */
MqShape
mq_shape_child (const MqKind *kind, const MqShape *parent, const xmlNode *child)
{
  const char *name = (const char *) child->name;
  MqShape shape = { .type = MQ_SHAPE_TEXT };

  if (!mq_xml_is_own (child))
    return shape;

  switch (parent->type)
    {
    case MQ_SHAPE_ROOT:
      shape.type = shape_in_root (name);
      break;
    case MQ_SHAPE_FACTS:
      shape.group = mq_kind_group (kind, name);
      if (shape.group != NULL)
        shape.type = MQ_SHAPE_GROUP;
      break;
    case MQ_SHAPE_GROUP:
      return shape_of_field (mq_group_fact (parent->group, name));
    case MQ_SHAPE_TABLE:
      if (strcmp (name, "row") == 0)
        return (MqShape) { .type = MQ_SHAPE_ROW, .field = parent->field };
      break;
    case MQ_SHAPE_ROW:
      return shape_of_field (mq_field_column (parent->field, name));
    case MQ_SHAPE_WORDING:
      if (strcmp (name, "variant") == 0)
        shape.type = MQ_SHAPE_LINE;
      else if (strcmp (name, "phrases") == 0)
        shape.type = MQ_SHAPE_PHRASES;
      break;
    case MQ_SHAPE_BODY:
      shape.type = shape_in_body (name);
      break;
    case MQ_SHAPE_TEXT:
    case MQ_SHAPE_LINE:
    case MQ_SHAPE_LIST:
    case MQ_SHAPE_PHRASES:
    default:
      break;
    }

  return shape;
}

static void
strip (const MqKind *kind, const MqShape *shape, xmlNode *element)
{
  xmlNode *node, *next;

  if (shape->type == MQ_SHAPE_TEXT)
    return;

  for (node = element->children; node != NULL; node = next)
    {
      next = node->next;
      if (node->type == XML_TEXT_NODE && xmlIsBlankNode (node))
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
        }
      else if (node->type == XML_ELEMENT_NODE)
        {
          MqShape inner = mq_shape_child (kind, shape, node);

          strip (kind, &inner, node);
        }
    }
}

/* Takes the white space between elements of structure out of a draft, or a model, so that the children of an
 * element are what it consists of. */
void
mq_shape_strip (const MqKind *kind, xmlNode *root)
{
  MqShape shape = mq_shape_root ();

  strip (kind, &shape, root);
}
