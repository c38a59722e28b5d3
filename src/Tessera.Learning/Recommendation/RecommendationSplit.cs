using Tessera.Learning.Data;

namespace Tessera.Learning.Recommendation;

/// <summary>Interactions divided into what is learned from and what is tested on.</summary>
public sealed class RecommendationSplit
{
    private RecommendationSplit(Interactions training, IReadOnlyList<RecommendationCase> cases)
    {
        Training = training;
        Cases = cases;
    }

    /// <summary>What is learned from.</summary>
    public Interactions Training { get; }

    /// <summary>The users to test on.</summary>
    public IReadOnlyList<RecommendationCase> Cases { get; }

    /// <summary>Last-out: the item that each user came to last is held back, together with all the user had to do with it before.</summary>
    /// <param name="ordered">The interactions, by time.</param>
    /// <param name="catalogue">Items that exist whether or not they occur.</param>
    /// <exception cref="NotEstimableException">No user has two items.</exception>
    public static RecommendationSplit LastOut(IReadOnlyList<Interaction> ordered, IEnumerable<string>? catalogue = null)
    {
        var all = Interactions.Of(ordered, catalogue);
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var interaction in ordered)
        {
            last[interaction.User] = interaction.Item;
        }

        var numbers = all.Items.Select((item, number) => (item, number)).ToDictionary(each => each.item, each => each.number, StringComparer.Ordinal);
        var cases = new List<RecommendationCase>();
        var (items, strengths) = (new int[all.UserCount][], new double[all.UserCount][]);
        for (var user = 0; user < all.UserCount; user++)
        {
            (items[user], strengths[user]) = (all.ItemsOf(user).ToArray(), all.StrengthsOf(user).ToArray());
            if (items[user].Length < 2)
            {
                continue;
            }

            var target = numbers[last[all.Users[user]]];
            var at = Array.IndexOf(items[user], target);
            items[user] = [.. items[user][..at], .. items[user][(at + 1)..]];
            strengths[user] = [.. strengths[user][..at], .. strengths[user][(at + 1)..]];
            cases.Add(new RecommendationCase(all.Users[user], items[user], strengths[user], [target]));
        }

        return cases.Count > 0
            ? new RecommendationSplit(all.With([.. all.Users], items, strengths), cases)
            : throw new NotEstimableException("No user has two different items: there is nothing to hold back.");
    }

    /// <summary>Strong generalisation: some users are not learned from at all; of their items a part is shown and the rest held back.</summary>
    /// <remarks>Reference: Marlin (2004), Collaborative Filtering: A Machine Learning Perspective, section 3.3; shares as in Liang et al. (2018), WWW, section 4.2.</remarks>
    /// <param name="all">The interactions.</param>
    /// <param name="userShare">The share of the users held out, in (0, 1).</param>
    /// <param name="shownShare">The share of their items that is shown, in (0, 1).</param>
    /// <param name="seed">Of both choices.</param>
    /// <exception cref="NotEstimableException">There are too few users with two items.</exception>
    public static RecommendationSplit Strong(Interactions all, double userShare, double shownShare, ulong seed)
    {
        var random = new SeededRandom(seed);
        int[] eligible = [.. Enumerable.Range(0, all.UserCount).Where(user => all.ItemsOf(user).Length >= 2)];
        var held = (int)Math.Round(userShare * eligible.Length);
        if (held < 1 || held >= all.UserCount)
        {
            throw new NotEstimableException($"Only {eligible.Length} of {all.UserCount} users have two different items: too few to hold some out and learn from others.");
        }

        random.Shuffle(eligible);
        var cases = new List<RecommendationCase>();
        foreach (var user in eligible.AsSpan(0, held))
        {
            var places = Enumerable.Range(0, all.ItemsOf(user).Length).ToArray();
            random.Shuffle(places);
            var shown = Math.Clamp((int)Math.Round(shownShare * places.Length), 1, places.Length - 1);
            int[] kept = [.. places[..shown].Order()];
            cases.Add(new RecommendationCase(
                all.Users[user], [.. kept.Select(place => all.ItemsOf(user)[place])], [.. kept.Select(place => all.StrengthsOf(user)[place])], [.. places[shown..].Select(place => all.ItemsOf(user)[place]).Order()]));
        }

        var heldOut = eligible[..held].ToHashSet();
        int[] learned = [.. Enumerable.Range(0, all.UserCount).Where(user => !heldOut.Contains(user))];
        return new RecommendationSplit(
            all.With([.. learned.Select(user => all.Users[user])], [.. learned.Select(user => all.ItemsOf(user).ToArray())], [.. learned.Select(user => all.StrengthsOf(user).ToArray())]),
            cases);
    }

    /// <summary>The training part divided again in the same manner, for choosing a model: one item of each user, or a tenth of the users.</summary>
    internal RecommendationSplit Inner(bool strong, ulong seed)
    {
        if (strong)
        {
            return Strong(Training, 0.1, 0.8, seed);
        }

        var random = new SeededRandom(seed);
        var cases = new List<RecommendationCase>();
        var (items, strengths) = (new int[Training.UserCount][], new double[Training.UserCount][]);
        for (var user = 0; user < Training.UserCount; user++)
        {
            (items[user], strengths[user]) = (Training.ItemsOf(user).ToArray(), Training.StrengthsOf(user).ToArray());
            if (items[user].Length < 2)
            {
                continue;
            }

            var at = random.NextInt(items[user].Length);
            var target = items[user][at];
            items[user] = [.. items[user][..at], .. items[user][(at + 1)..]];
            strengths[user] = [.. strengths[user][..at], .. strengths[user][(at + 1)..]];
            cases.Add(new RecommendationCase(Training.Users[user], items[user], strengths[user], [target]));
        }

        return cases.Count > 0
            ? new RecommendationSplit(Training.With([.. Training.Users], items, strengths), cases)
            : throw new NotEstimableException("No user has three different items: a model cannot be chosen; name one.");
    }
}
