using System.Globalization;
using System.Text.Json.Nodes;

namespace Tessera.Segments.Explaining.Changing;

/// <summary>Puts values into JSON at the end of a path.</summary>
internal static class Nested
{
    private const int LongestList = 100;

    /// <summary>Puts a value where a path leads, making objects and lists on the way and replacing what is neither.</summary>
    internal static void Put(JsonObject root, IReadOnlyList<string> path, JsonNode? value) => root[path[0]] = Set(root[path[0]], path, 1, value?.DeepClone());

    private static JsonNode? Set(JsonNode? node, IReadOnlyList<string> path, int at, JsonNode? value)
    {
        if (at == path.Count)
        {
            return value;
        }

        node = node?.DeepClone();
        if (node is not JsonObject && int.TryParse(path[at], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < LongestList)
        {
            var list = node as JsonArray ?? [];
            while (list.Count <= index)
            {
                list.Add(null);
            }

            list[index] = Set(list[index], path, at + 1, value);
            return list;
        }

        var inner = node as JsonObject ?? [];
        inner[path[at]] = Set(inner[path[at]], path, at + 1, value);
        return inner;
    }
}
