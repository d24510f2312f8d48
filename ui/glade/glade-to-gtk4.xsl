<?xml version="1.0" encoding="UTF-8"?>
<!--
  A form as Glade saves it (GTK 3's format, with the types of muqtarah.xml) → the same form for GTK 4's GtkBuilder.
  Run when the program is built; needs no display.

  Nothing is dropped in silence: what neither muqtarah.xml knows nor the short list below names ends the build with
  the name of the object and of what stands in it.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="interface object child packing"/>

  <xsl:variable name="classes"
                select="document('muqtarah.xml')/glade-catalog/glade-widget-classes/glade-widget-class"/>

  <xsl:template match="/interface">
    <interface domain="muqtarah">
      <requires lib="gtk" version="4.8"/>
      <requires lib="libadwaita" version="1.2"/>
      <xsl:apply-templates select="*[not(self::requires)]"/>
    </interface>
  </xsl:template>

  <xsl:template match="object">
    <xsl:if test="not($classes[@name = current()/@class])">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('“', @class, '” is no type of ui/glade/muqtarah.xml')"/>
      </xsl:message>
    </xsl:if>
    <object>
      <xsl:copy-of select="@class | @id"/>
      <xsl:apply-templates select="*[not(self::child)]"/>
      <!-- A file that other tools wrote may hold the order in the packing only. -->
      <xsl:apply-templates select="child">
        <xsl:sort select="packing/property[@name = 'position']" data-type="number"/>
      </xsl:apply-templates>
    </object>
  </xsl:template>

  <xsl:template match="object/property">
    <xsl:variable name="known" select="$classes[@name = current()/../@class]/properties/property"/>
    <xsl:if test="not($known[@id = current()/@name and not(@save = 'False')])">
      <xsl:call-template name="refuse"/>
    </xsl:if>
    <property>
      <xsl:copy-of select="@name | @translatable | @context | @comments"/>
      <xsl:value-of select="."/>
    </property>
  </xsl:template>

  <!-- GTK 3 widgets are hidden unless they say so, and Glade writes their focus and packing down. -->
  <xsl:template match="object/property[@name = 'visible' and (. = 'True' or . = 'yes' or . = '1')]" priority="2"/>
  <xsl:template match="object/property[@name = 'can-focus']" priority="2"/>
  <xsl:template match="child[placeholder]" priority="2"/>

  <xsl:template match="child[not(@*)]">
    <child>
      <xsl:apply-templates select="*[not(self::packing)]"/>
    </child>
  </xsl:template>

  <xsl:template match="object/style">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="*" priority="-1" name="refuse">
    <xsl:message terminate="yes">
      <xsl:value-of select="concat('“', local-name(), ' ', @name, '” cannot stand in ',
                                   ancestor::object[1]/@class, ' ', ancestor::object[1]/@id,
                                   ancestor::object[1]/property[@name = 'path'])"/>
    </xsl:message>
  </xsl:template>
</xsl:stylesheet>
