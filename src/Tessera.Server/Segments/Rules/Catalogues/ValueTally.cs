using System.Globalization;
using System.Text.Json;
using Tessera.Segments;
using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Rules.Catalogues;

/// <summary>Learns what values the paths of some JSON objects have.</summary>
internal sealed class ValueTally
{
    private const int MostPaths = 500;
    private const int MostValues = 1000;
    private const int MostShown = 20;
    private const int LongestValue = 100;
    private const int Depth = 4;

    private readonly Dictionary<string, PathTally> paths = new(StringComparer.Ordinal);

    /// <summary>How many values were taken in.</summary>
    public long Objects { get; private set; }

    /// <summary>Takes in an object; anything else is passed over.</summary>
    public void Add(JsonElement value)
    {
        Objects++;
        Add(string.Empty, value, Depth);
    }

    /// <summary>What was learned of objects of which there are so many.</summary>
    public IEnumerable<ValueFacts> FactsOf(long all) => Facts(Objects == 0 ? 1 : Math.Max(1, all / (double)Objects));

    /// <summary>What was learned.</summary>
    /// <param name="weight">How many objects each of those taken in stands for.</param>
    /// <param name="prefix">What is put in front of each path.</param>
    public IEnumerable<ValueFacts> Facts(double weight, string prefix = "") => paths.Select(path => new ValueFacts(
        prefix + path.Key,
        path.Value.Types,
        (long)Math.Round(path.Value.Occurrences * weight),
        [.. path.Value.Values.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Take(MostShown)
            .Select(value => new ValueFrequency(value.Key, (long)Math.Round(value.Value * weight)))],
        weight <= 1 && path.Value.IsComplete && path.Value.Values.Count <= MostShown));

    private void Add(string path, JsonElement value, int depth)
    {
        if (value.ValueKind != JsonValueKind.Object || depth == 0)
        {
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            var inner = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (property.Name.Length == 0 || (!paths.TryGetValue(inner, out var tally) && !TryOpen(inner, out tally)))
            {
                continue;
            }

            tally.Add(property.Value);
            Add(inner, property.Value, depth - 1);
            if (property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() > 0)
            {
                Add($"{inner}.0", property.Value[0], depth - 1);
            }
        }
    }

    private bool TryOpen(string path, out PathTally tally)
    {
        tally = new PathTally();
        return paths.Count < MostPaths && paths.TryAdd(path, tally);
    }

    private sealed class PathTally
    {
        public Dictionary<string, long> Values { get; } = new(StringComparer.Ordinal);

        public ValueTypes Types { get; private set; }

        public long Occurrences { get; private set; }

        public bool IsComplete { get; private set; } = true;

        public void Add(JsonElement value)
        {
            var (type, text) = value.ValueKind switch
            {
                JsonValueKind.Number => (ValueTypes.Number, value.GetRawText()),
                JsonValueKind.True => (ValueTypes.Boolean, "true"),
                JsonValueKind.False => (ValueTypes.Boolean, "false"),
                JsonValueKind.Array => (ValueTypes.List, null),
                JsonValueKind.Object => (ValueTypes.Object, null),
                JsonValueKind.String => (TypeOf(value.GetString()!), value.GetString()),
                _ => (ValueTypes.None, null),
            };
            if (type == ValueTypes.None)
            {
                return;
            }

            Types |= type;
            Occurrences++;
            if (text is null || text.Length > LongestValue || (!Values.ContainsKey(text) && Values.Count >= MostValues))
            {
                IsComplete = false;
                return;
            }

            Values[text] = Values.GetValueOrDefault(text) + 1;
        }

        private static ValueTypes TypeOf(string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? ValueTypes.NumericText
            : text.Length >= 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? ValueTypes.DateText
            : ValueTypes.Text;
    }
}
