using System.Text.Json;

namespace Tessera.Segments.Json;

/// <summary>Reads one JSON object of a tree: each member once, none left over.</summary>
internal sealed class TreeReader
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> unread;
    private readonly string pointer;

    internal TreeReader(JsonElement json, string pointer)
    {
        this.pointer = pointer;
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new TreeProblemException(pointer, $"Expected an object here, not {Kind(json)}.");
        }

        foreach (var member in json.EnumerateObject())
        {
            var name = NameOf(member, pointer);
            if (!members.TryAdd(name, member.Value))
            {
                throw new TreeProblemException(pointer, $"The member {name} is there twice.");
            }
        }

        unread = [.. members.Keys];
    }

    internal TreeProblemException Problem(string member, string message) => new($"{pointer}/{member}", message);

    /// <summary>Refuses members that nobody asked for.</summary>
    internal void Finish()
    {
        if (unread.Count > 0)
        {
            var name = unread.Order(StringComparer.Ordinal).First();
            throw new TreeProblemException(pointer, $"The member {name} is not known here.");
        }
    }

    internal string Type() => Text("type");

    internal TreeReader Child(string name) => new(Member(name), $"{pointer}/{name}");

    internal TreeReader? OptionalChild(string name) => members.ContainsKey(name) ? Child(name) : null;

    internal IReadOnlyList<TreeReader> Children(string name)
    {
        var list = Array(name);
        return [.. list.Select((item, index) => new TreeReader(item, $"{pointer}/{name}/{index}"))];
    }

    internal string Text(string name) => OptionalText(name) ?? throw Problem(name, "Expected a text here, not null.");

    internal string? OptionalText(string name)
    {
        var value = Member(name);
        return value.ValueKind switch
        {
            JsonValueKind.String => TextOf(value, $"{pointer}/{name}"),
            JsonValueKind.Null => null,
            _ => throw Problem(name, $"Expected a text here, not {Kind(value)}."),
        };
    }

    internal ValueList<string> Texts(string name)
    {
        var items = Array(name);
        return items.Count == 0
            ? throw Problem(name, "This list is empty.")
            : new ValueList<string>(items.Select((item, index) => item.ValueKind == JsonValueKind.String
                ? TextOf(item, $"{pointer}/{name}/{index}")
                : throw Problem($"{name}/{index}", $"Expected a text here, not {Kind(item)}.")));
    }

    internal ValuePath Path(string name) => new(Texts(name));

    internal ValuePath? OptionalPath(string name) => members.ContainsKey(name) ? Path(name) : null;

    internal bool Truth(string name) => Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        var other => throw Problem(name, $"Expected true or false here, not {Kind(other)}."),
    };

    internal int Integer(string name)
    {
        var value = Member(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw Problem(name, $"Expected a whole number here, not {Kind(value)}.");
    }

    internal double Number(string name)
    {
        var value = Member(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw Problem(name, $"Expected a number here, not {Kind(value)}.");
    }

    internal T Name<T>(string name, IReadOnlyList<(string Name, T Value)> names)
        where T : struct
    {
        var text = Text(name);
        foreach (var (known, value) in names)
        {
            if (known == text)
            {
                return value;
            }
        }

        throw Problem(name, $"Expected one of {string.Join(", ", names.Select(entry => entry.Name))} here, not {text}.");
    }

    internal Instant Instant(string name) => Segments.Text.InstantText.Parse(Text(name), out var problem) ?? throw Problem(name, problem);

    /// <summary>Builds a part of the tree, turning what its constructor refuses into a problem at this place.</summary>
    internal T Build<T>(Func<T> build)
    {
        try
        {
            var part = build();
            Finish();
            return part;
        }
        catch (ArgumentException exception)
        {
            throw new TreeProblemException(pointer, exception.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => $"the number {value.GetRawText()}",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        _ => "null",
    };

    private static string NameOf(JsonProperty member, string pointer)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new TreeProblemException(pointer, "A member's name holds half a character.");
        }
    }

    private static string TextOf(JsonElement value, string pointer)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new TreeProblemException(pointer, "This text holds half a character.");
        }
    }

    private JsonElement Member(string name)
    {
        unread.Remove(name);
        return members.TryGetValue(name, out var value) ? value : throw new TreeProblemException(pointer, $"The member {name} is missing.");
    }

    private List<JsonElement> Array(string name)
    {
        var value = Member(name);
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : throw Problem(name, $"Expected a list here, not {Kind(value)}.");
    }
}
