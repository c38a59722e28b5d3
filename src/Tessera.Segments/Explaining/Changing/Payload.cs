using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Live;

namespace Tessera.Segments.Explaining.Changing;

/// <summary>Finds properties with which an event is one that a selector means.</summary>
internal static class Payload
{
    private const int MostTries = 300;

    /// <summary>Properties that pass the selector's <c>where</c>; null when none were found.</summary>
    /// <param name="selector">The events meant.</param>
    /// <param name="facts">What is known; the event is to happen at its instant.</param>
    /// <param name="given">Properties that it shall have whatever is asked.</param>
    internal static JsonObject? For(EventSelector selector, Facts facts, params IReadOnlyList<(ValuePath Path, JsonNode? Value)> given)
    {
        var ready = new Selector(selector, facts);
        var paths = Checking.Conditions.Of(selector).GroupBy(condition => condition.Path).Where(group => given.All(fixedOne => fixedOne.Path != group.Key)).ToList();
        var choices = paths.ConvertAll(group => group.SelectMany(condition => SampleValues.For(condition.Test, facts)).ToList());
        var indexes = new int[paths.Count];
        for (var tries = 0; tries < MostTries; tries++)
        {
            JsonObject properties = [];
            for (var path = 0; path < paths.Count; path++)
            {
                if (choices[path][indexes[path]] is { } value)
                {
                    Nested.Put(properties, paths[path].Key.Segments, value);
                }
            }

            foreach (var (path, value) in given)
            {
                Nested.Put(properties, path.Segments, value);
            }

            if (IsMeant(ready, selector, facts, properties))
            {
                return properties;
            }

            if (!Next(indexes, choices))
            {
                break;
            }
        }

        return null;
    }

    private static bool IsMeant(Selector ready, EventSelector selector, Facts facts, JsonObject properties) => ready.Of(new Deed(new LiveCall(
        CallType.Track, Evaluation.Microseconds.Time(facts.Now), string.Empty, selector.Name?.Value ?? "Anything", JsonSerializer.SerializeToElement(properties)))).Holds;

    private static bool Next(int[] indexes, List<List<JsonNode?>> choices)
    {
        for (var place = 0; place < indexes.Length; place++)
        {
            if (++indexes[place] < choices[place].Count)
            {
                return true;
            }

            indexes[place] = 0;
        }

        return false;
    }
}
