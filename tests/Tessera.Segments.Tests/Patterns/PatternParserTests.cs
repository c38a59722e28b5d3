using Tessera.Segments.Patterns;

namespace Tessera.Segments.Tests.Patterns;

/// <summary>What RE2 takes and refuses, by its published syntax (github.com/google/re2/wiki/Syntax) and its own parse tests.</summary>
public sealed class PatternParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a|b|")]
    [InlineData("|")]
    [InlineData("()")]
    [InlineData("^$")]
    [InlineData("^*")]
    [InlineData("a*?b+?c??d{2}?e{2,}f{2,5}")]
    [InlineData("a{")]
    [InlineData("a{,3}")]
    [InlineData("a{2")]
    [InlineData("a{01}")]
    [InlineData("]")]
    [InlineData("[]a]")]
    [InlineData("[^]a]")]
    [InlineData("[a-z0-9_.-]")]
    [InlineData("[-a]")]
    [InlineData("[a-b-c]")]
    [InlineData("[[:alpha:][:^digit:]]")]
    [InlineData("[[:alpha]")]
    [InlineData("[\\d\\W\\pL\\x{1F600}-\\x{1F64F}]")]
    [InlineData("(?i)a(?-i:b)(?ims-U:c)")]
    [InlineData("(?P<name>a)(?<other>b)(?:c)")]
    [InlineData("(?i)(?s).")]
    [InlineData("a(?i)*")]
    [InlineData("\\Qa.b*\\E+")]
    [InlineData("\\Q")]
    [InlineData("\\a\\f\\n\\r\\t\\v\\x41\\x{41}\\101\\0\\08\\.\\-\\/\\@")]
    [InlineData("\\A\\b\\B\\z\\d\\D\\s\\S\\w\\W")]
    [InlineData("\\pL\\p{Lu}\\PN\\p{^Nd}\\p{Any}")]
    [InlineData("(a{10}){100}")]
    [InlineData("x{1000}")]
    [InlineData("é😀[α-ω]")]
    public void Parse_WhatRe2Takes_HasATree(string pattern) => PatternParser.Parse(pattern).Problem.ShouldBeNull();

    [Theory]
    [InlineData("(", 0, "never closed")]
    [InlineData(")", 0, "never opened")]
    [InlineData("a(b(c)", 1, "never closed")]
    [InlineData("a)b", 1, "never opened")]
    [InlineData("[a", 0, "square bracket")]
    [InlineData("[]", 0, "square bracket")]
    [InlineData("[^]", 0, "square bracket")]
    [InlineData("[z-a]", 1, "ends before it starts")]
    [InlineData("[a-\\d]", 3, "\\d")]
    [InlineData("[[:nope:]]", 1, "[:…:]")]
    [InlineData("*", 0, "nothing before *")]
    [InlineData("{2}", 0, "nothing before {")]
    [InlineData("a|*", 2, "nothing before *")]
    [InlineData("(+)", 1, "nothing before +")]
    [InlineData("(?i)*", 4, "nothing before *")]
    [InlineData("a**", 2, "repeats a repetition")]
    [InlineData("a+?+", 3, "repeats a repetition")]
    [InlineData("a{2}{3}", 4, "repeats a repetition")]
    [InlineData("a{1001}", 1, "1000 times")]
    [InlineData("a{1001,}", 1, "1000 times")]
    [InlineData("a{3,2}", 1, "ends before it starts")]
    [InlineData("(a{100}){11}", 8, "multiplied")]
    [InlineData("((a{100}){10}){2}", 14, "multiplied")]
    [InlineData("(?=a)", 0, "ahead or behind")]
    [InlineData("(?!a)", 0, "ahead or behind")]
    [InlineData("(?<=a)b", 0, "ahead or behind")]
    [InlineData("(?<!a)b", 0, "ahead or behind")]
    [InlineData("(?x)a", 0, "flags are i, m, s and U")]
    [InlineData("(?i-)a", 0, "flags are i, m, s and U")]
    [InlineData("(?#a)", 0, "flags are i, m, s and U")]
    [InlineData("(?", 0, "never closed")]
    [InlineData("(?P<n>a)(?P<n>b)", 8, "two groups named n")]
    [InlineData("(?P<n-m>a)", 0, "name")]
    [InlineData("(?P<n", 0, "name")]
    [InlineData("(a)\\1", 3, "refers back")]
    [InlineData("\\8", 0, "refers back")]
    [InlineData("\\", 0, "single backslash")]
    [InlineData("a[\\", 2, "single backslash")]
    [InlineData("\\Z", 0, "\\Z")]
    [InlineData("\\e", 0, "\\e")]
    [InlineData("\\_", 0, "\\_")]
    [InlineData("\\x4", 0, "hexadecimal")]
    [InlineData("\\x{}", 0, "hexadecimal")]
    [InlineData("\\x{110000}", 0, "hexadecimal")]
    [InlineData("\\pX", 0, "general category")]
    [InlineData("\\p{Greek}", 0, "general category")]
    [InlineData("\\p", 0, "no Unicode category")]
    [InlineData("\\p{L", 0, "general category")]
    [InlineData("(\\pL{100}){9}", 10, "too large")]
    public void Parse_WhatRe2Refuses_SaysWhereAndWhy(string pattern, int start, string reason)
    {
        var problem = PatternParser.Parse(pattern).Problem;

        problem.ShouldNotBeNull();
        problem.Message.ShouldContain(reason);
        problem.Start.ShouldBe(start);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(?:")]
    [InlineData("[")]
    [InlineData("\\")]
    [InlineData("a{1}")]
    [InlineData("(a{2})")]
    [InlineData("\\p{")]
    [InlineData("(?P<")]
    [InlineData("a|")]
    public void Parse_OneThingManyTimes_GivesAResult(string thing) =>
        Should.NotThrow(() => PatternParser.Parse(string.Concat(Enumerable.Repeat(thing, 5_000))));

    [Fact]
    public void Parse_RandomPatterns_GivesAResult()
    {
        var random = new Random(17);
        for (var round = 0; round < 50_000; round++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => "(?)[]{}|*+\\^$.-:=!<>PQEdpLx0129a, i"[random.Next(34)]));

            var (tree, problem) = PatternParser.Parse(pattern);

            (tree is null).ShouldBe(problem is not null, pattern);
            (problem?.Start ?? 0).ShouldBeInRange(0, pattern.Length, pattern);
        }
    }
}
