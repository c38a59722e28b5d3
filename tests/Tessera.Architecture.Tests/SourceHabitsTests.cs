using System.Text.RegularExpressions;

namespace Tessera.Architecture.Tests;

/// <summary>Habits that review would otherwise have to repeat: small files, no loose ends.</summary>
public sealed class SourceHabitsTests
{
    private const int LongFileLines = 400;

    private static readonly string[] CodeFolders = ["src", "tests", "bench"];

    [Fact]
    public void LongFile_SaysWhyInItsHeader()
    {
        var unexplained =
            from source in AllSources()
            where source.Text.Count(character => character == '\n') > LongFileLines
            where !source.Text[..Math.Min(source.Text.Length, 1200)].Contains("Long because", StringComparison.Ordinal)
            select source.Path;

        unexplained.ShouldBeEmpty($"a file over {LongFileLines} lines is split by meaning, or says \"Long because …\" near its top");
    }

    [Fact]
    public void Source_HasNoLooseEnds()
    {
        // Written in two halves so that this file does not find itself.
        var words = new Regex("NotImplemented" + "Exception|TO" + "DO|FIX" + "ME|HA" + "CK:");
        AllSources().Where(source => words.IsMatch(source.Text)).Select(source => source.Path).ShouldBeEmpty();
    }

    private static IEnumerable<(string Path, string Text)> AllSources() => CodeFolders.SelectMany(folder => Repository.Sources(folder));
}
