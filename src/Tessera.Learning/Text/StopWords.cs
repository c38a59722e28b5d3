namespace Tessera.Learning.Text;

/// <summary>English words that say little by themselves.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(
        ("a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't cannot could couldn't did didn't do does "
        + "doesn't doing don't down during each either else ever every few for from further get got had hadn't has hasn't have haven't having he her here hers herself him himself his how however i "
        + "i'd i'll i'm i've if in into is isn't it it's its itself just let's may me might more most must my myself no nor not now of off on once only or other our ours ourselves out over own "
        + "per quite rather really same shall she should shouldn't since so some such than that that's the their theirs them themselves then there there's these they they're this those "
        + "though through to too under until up upon us very was wasn't we we're we've were weren't what when where which while who whom whose why will with won't would wouldn't yet you you're you've your yours yourself")
        .Split(' '),
        StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);
}
