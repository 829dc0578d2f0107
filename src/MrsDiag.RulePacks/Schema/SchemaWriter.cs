using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.RulePacks.Schema;

/// <summary>Turns the key tables into a JSON schema, draft 07: the newest one that the editors' YAML support reads in full.</summary>
internal sealed class SchemaWriter
{
    private readonly SortedDictionary<string, JsonObject> _definitions = new(System.StringComparer.Ordinal);

    /// <summary>The schema of packs and overlays.</summary>
    /// <param name="tables">The key tables.</param>
    /// <returns>The schema as a tree.</returns>
    public JsonObject Write(PackTables tables)
    {
        JsonObject overlay = Reference(tables.Overlay);
        JsonObject pack = Reference(tables.Pack);
        JsonObject definitions = [];
        foreach (KeyValuePair<string, JsonObject> definition in _definitions)
            definitions.Add(definition.Key, definition.Value);
        return new JsonObject
        {
            { "$schema", "http://json-schema.org/draft-07/schema#" },
            { "title", "MrsDiag rule pack" },
            { "description", "A pack of rules (format mrsdiag/v1) or an overlay (format mrsdiag-overrides/v1). See about_MrsDiag_RulePack." },
            { "type", "object" },
            {
                "if", new JsonObject
                {
                    { "required", List("format") },
                    { "properties", new JsonObject { { "format", new JsonObject { { "const", PackKeys.OverlayFormat } } } } },
                }
            },
            { "then", overlay },
            { "else", pack },
            { "definitions", definitions },
        };
    }

    private static object[] List(params string[] words) => words;

    private JsonObject Reference(KeyTable table)
    {
        if (!_definitions.ContainsKey(table.Id))
        {
            // Entered before it is filled: conditions hold conditions.
            _definitions.Add(table.Id, []);
            Fill(_definitions[table.Id], table);
        }
        return new JsonObject { { "$ref", "#/definitions/" + table.Id } };
    }

    private void Fill(JsonObject definition, KeyTable table)
    {
        definition.Add("description", table.Description);
        definition.Add("type", "object");
        definition.Add("additionalProperties", false);
        if (table.NeedsAKey)
            definition.Add("minProperties", 1);
        string[] required = table.Rows.Where(r => r.IsRequired).Select(r => r.Key).ToArray();
        if (required.Length > 0)
            definition.Add("required", required);
        JsonObject properties = [];
        foreach (KeyRow row in table.Rows)
            properties.Add(row.Key, Describe(row));
        definition.Add("properties", properties);
        object[] rules = table.Choices.Select(Choice).ToArray();
        if (rules.Length > 0)
            definition.Add("allOf", rules);
        if (table.Alone is { } alone)
        {
            definition.Add("if", new JsonObject { { "required", List(alone) } });
            definition.Add("then", new JsonObject { { "maxProperties", 1 } });
        }
    }

    private JsonObject Describe(KeyRow row)
    {
        JsonObject property = new() { { "description", row.Description } };
        foreach (KeyValuePair<string, object> member in Shape(row.Value))
            property.Add(member.Key, member.Value);
        return property;
    }

    private static JsonObject Required(string key) => new() { { "required", List(key) } };

    private static JsonObject Choice(KeyChoice choice)
    {
        List<object> options = choice.Keys.Select(k => (object)Required(k)).ToList();
        JsonObject none = new() { { "not", new JsonObject { { "anyOf", choice.Keys.Select(Required).ToArray() } } } };
        if (choice.Unless is { } unless)
            options.Add(new JsonObject { { "required", List(unless) }, { "not", none.Members[0].Value } });
        else if (!choice.IsRequired)
            options.Add(none);
        JsonObject exactlyOne = new() { { "oneOf", options.ToArray() } };
        return choice.With is { } with ? new JsonObject { { "if", Required(with) }, { "then", exactlyOne }, { "else", none } } : exactlyOne;
    }

    private JsonObject Shape(Shape shape) => shape switch
    {
        TableShape table => Reference(table.Get()),
        ListShape list => list.MayBeEmpty
            ? new JsonObject { { "type", "array" }, { "items", Shape(list.Item) } }
            : new JsonObject { { "type", "array" }, { "minItems", 1 }, { "items", Shape(list.Item) } },
        MapShape map => new JsonObject
        {
            { "type", "object" },
            { "minProperties", 1 },
            { "additionalProperties", false },
            { "patternProperties", new JsonObject { { map.Key.Pattern!, Shape(map.Value) } } },
        },
        ChoiceShape choice => new JsonObject { { "anyOf", choice.Options.Select(Shape).ToArray() } },
        GivenShape given => Given(given),
        WordShape words => Words(words),
        TextShape text => Text(text),
        NumberShape number => Number(number),
        BooleanShape { OnlyTrue: true } => new JsonObject { { "const", true } },
        BooleanShape => new JsonObject { { "type", "boolean" } },
        ScalarShape scalar => Scalar(scalar),
        _ => [],
    };

    private JsonObject Given(GivenShape given)
    {
        JsonObject[] options = given.Tables().Values.Select(Reference).ToArray();
        return options.Length == 1 ? options[0] : new JsonObject { { "anyOf", options } };
    }

    private static JsonObject Words(WordShape words)
    {
        JsonObject schema = new() { { "enum", words.AllowedWords.ToArray() } };
        // A word that the JSON schema standard does not know; editors with YAML support show it beside each word.
        if (words.Allowed.Any(a => a.Description.Length > 0))
            schema.Add("enumDescriptions", words.Allowed.Select(a => a.Description).ToArray());
        return schema;
    }

    private static JsonObject Text(TextShape text)
    {
        JsonObject schema = new() { { "type", text.TakesNumber ? (object)List("string", "number") : "string" } };
        if (!text.MayBeEmpty)
            schema.Add("minLength", 1);
        if (text.MaxLength is { } longest)
            schema.Add("maxLength", longest);
        if (text.Pattern is { } pattern)
            schema.Add("pattern", pattern);
        if (text.Examples.Count > 0)
            schema.Add("examples", text.Examples);
        return schema;
    }

    private static JsonObject Number(NumberShape number)
    {
        JsonObject schema = new() { { "type", number.IsWhole ? "integer" : "number" } };
        if (number.Min is { } min)
            schema.Add("minimum", min);
        if (number.Max is { } max)
            schema.Add("maximum", max);
        return schema;
    }

    private static JsonObject Scalar(ScalarShape scalar)
    {
        List<string> types = [];
        if (scalar.TakesText)
            types.Add("string");
        if (scalar.TakesNumber)
            types.Add("number");
        if (scalar.TakesBoolean)
            types.Add("boolean");
        return new JsonObject { { "type", types.ToArray() }, { "minLength", 1 } };
    }
}
