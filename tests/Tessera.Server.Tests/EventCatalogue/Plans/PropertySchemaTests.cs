using System.Text.Json;
using Tessera.Server.EventCatalogue.Plans;

namespace Tessera.Server.Tests.EventCatalogue.Plans;

public sealed class PropertySchemaTests
{
    [Theory]
    [InlineData("""{ "type": "object", "required": ["price"] }""", "{}", "Missing price")]
    [InlineData("""{ "properties": { "price": { "type": "number" } } }""", """{ "price": "12" }""", "Type price")]
    [InlineData("""{ "properties": { "price": { "type": ["number", "null"] } } }""", """{ "price": null }""", "")]
    [InlineData("""{ "properties": { "count": { "type": "integer" } } }""", """{ "count": 2.5 }""", "Type count")]
    [InlineData("""{ "properties": { "count": { "type": "integer" } } }""", """{ "count": 2.0 }""", "")]
    [InlineData("""{ "properties": { "plan": { "enum": ["free", "pro"] } } }""", """{ "plan": "gold" }""", "Value plan")]
    [InlineData("""{ "properties": { "plan": { "const": 1 } } }""", """{ "plan": 1.0 }""", "")]
    [InlineData("""{ "properties": { "price": { "minimum": 0 } } }""", """{ "price": -1 }""", "Value price")]
    [InlineData("""{ "properties": { "price": { "exclusiveMaximum": 10 } } }""", """{ "price": 10 }""", "Value price")]
    [InlineData("""{ "properties": { "code": { "pattern": "^[A-Z]{2}$" } } }""", """{ "code": "de" }""", "Value code")]
    [InlineData("""{ "properties": { "code": { "minLength": 2, "maxLength": 2 } } }""", """{ "code": "deu" }""", "Value code")]
    [InlineData("""{ "properties": { "at": { "format": "date-time" } } }""", """{ "at": "yesterday" }""", "Value at")]
    [InlineData("""{ "properties": { "at": { "format": "date-time" } } }""", """{ "at": "2026-01-02T03:04:05Z" }""", "")]
    [InlineData("""{ "properties": { "to": { "format": "email" } } }""", """{ "to": "nobody" }""", "Value to")]
    [InlineData("""{ "properties": {}, "additionalProperties": false }""", """{ "extra": 1 }""", "Unexpected extra")]
    [InlineData("""{ "additionalProperties": { "type": "string" } }""", """{ "extra": 1 }""", "Type extra")]
    [InlineData("""{ "properties": { "products": { "type": "array", "minItems": 1, "items": { "required": ["sku"] } } } }""", """{ "products": [{ "sku": "a" }, {}] }""", "Missing products[].sku")]
    [InlineData("""{ "properties": { "products": { "minItems": 1 } } }""", """{ "products": [] }""", "Value products")]
    [InlineData("""{ "properties": { "a": { "properties": { "b": { "type": "boolean" } } } } }""", """{ "a": { "b": 0 } }""", "Type a.b")]
    public void Check_SaysWhatIsWrongAndWhere(string schema, string value, string expected)
    {
        List<PlanError> errors = [];
        var read = new PropertySchemaReader(errors).Read(JsonElement.Parse(schema), "schema");
        errors.ShouldBeEmpty();
        string.Join(' ', read.Check(JsonElement.Parse(value)).Select(finding => $"{finding.Kind} {finding.Path}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{ "type": "text" }""", "schema.type")]
    [InlineData("""{ "anyOf": [] }""", "schema.anyOf")]
    [InlineData("""{ "properties": { "a": { "pattern": "(" } } }""", "schema.properties.a.pattern")]
    [InlineData("""{ "properties": { "a": { "format": "colour" } } }""", "schema.properties.a.format")]
    [InlineData("""{ "required": "a" }""", "schema.required")]
    [InlineData("""{ "minLength": -1 }""", "schema.minLength")]
    [InlineData("""[]""", "schema")]
    public void Read_OfWhatCannotBeKeptTo_SaysWhere(string schema, string path)
    {
        List<PlanError> errors = [];
        new PropertySchemaReader(errors).Read(JsonElement.Parse(schema), "schema");
        errors.ShouldHaveSingleItem().Path.ShouldBe(path);
    }
}
