namespace Tessera.Learning.Recommendation;

/// <summary>Which users had to do with which items, and how much. Immutable.</summary>
/// <remarks>Users and items have numbers, from 0 in the order in which they first appear. Of a user the items ascend, and of an item the users.</remarks>
public sealed class Interactions
{
    private readonly string[] users;
    private readonly string[] items;
    private readonly int[][] itemsOfUser;
    private readonly double[][] strengthsOfUser;
    private readonly int[][] usersOfItem;

    internal Interactions(string[] users, string[] items, int[][] itemsOfUser, double[][] strengthsOfUser)
    {
        this.users = users;
        this.items = items;
        this.itemsOfUser = itemsOfUser;
        this.strengthsOfUser = strengthsOfUser;
        var lists = items.Select(_ => new List<int>()).ToArray();
        for (var user = 0; user < users.Length; user++)
        {
            foreach (var item in itemsOfUser[user])
            {
                lists[item].Add(user);
            }

            Count += itemsOfUser[user].Length;
        }

        usersOfItem = [.. lists.Select(list => list.ToArray())];
    }

    /// <summary>How many users there are.</summary>
    public int UserCount => users.Length;

    /// <summary>How many items there are, those without a user included.</summary>
    public int ItemCount => items.Length;

    /// <summary>How many pairs of a user and an item there are.</summary>
    public int Count { get; }

    /// <summary>The users' names, by number.</summary>
    public IReadOnlyList<string> Users => users;

    /// <summary>The items' names, by number.</summary>
    public IReadOnlyList<string> Items => items;

    /// <summary>Gathers interactions.</summary>
    /// <param name="interactions">In any order; repeated ones add up.</param>
    /// <param name="catalogue">Items that exist even if nobody had to do with them yet; they get the first numbers.</param>
    /// <exception cref="NotEstimableException">There is none, or a strength is not above 0 and finite.</exception>
    public static Interactions Of(IEnumerable<Interaction> interactions, IEnumerable<string>? catalogue = null)
    {
        var userNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var itemNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in catalogue ?? [])
        {
            itemNumbers.TryAdd(item, itemNumbers.Count);
        }

        var rows = new List<SortedDictionary<int, double>>();
        foreach (var (user, item, strength) in interactions)
        {
            if (!(strength > 0 && double.IsFinite(strength)))
            {
                throw new NotEstimableException($"The interaction of {user} with {item} has the strength {strength}; strengths are finite and above 0.");
            }

            if (userNumbers.TryAdd(user, userNumbers.Count))
            {
                rows.Add([]);
            }

            itemNumbers.TryAdd(item, itemNumbers.Count);
            var row = rows[userNumbers[user]];
            row[itemNumbers[item]] = row.GetValueOrDefault(itemNumbers[item]) + strength;
        }

        return rows.Count > 0
            ? new Interactions([.. userNumbers.Keys], [.. itemNumbers.Keys], [.. rows.Select(row => row.Keys.ToArray())], [.. rows.Select(row => row.Values.ToArray())])
            : throw new NotEstimableException("There is no interaction to learn from.");
    }

    /// <summary>The items of a user, ascending.</summary>
    /// <param name="user">The user's number.</param>
    public ReadOnlySpan<int> ItemsOf(int user) => itemsOfUser[user];

    /// <summary>The strengths of a user's items, in the same order.</summary>
    /// <param name="user">The user's number.</param>
    public ReadOnlySpan<double> StrengthsOf(int user) => strengthsOfUser[user];

    /// <summary>The users of an item, ascending.</summary>
    /// <param name="item">The item's number.</param>
    public ReadOnlySpan<int> UsersOf(int item) => usersOfItem[item];

    /// <summary>The same items with other histories.</summary>
    internal Interactions With(string[] otherUsers, int[][] otherItems, double[][] otherStrengths) => new(otherUsers, items, otherItems, otherStrengths);

    /// <summary>The cosine of two items as sets of users, 0 to 1.</summary>
    internal double Cosine(int first, int second)
    {
        var (left, right) = (usersOfItem[first], usersOfItem[second]);
        if (left.Length == 0 || right.Length == 0)
        {
            return 0;
        }

        int i = 0, j = 0, both = 0;
        while (i < left.Length && j < right.Length)
        {
            both += left[i] == right[j] ? 1 : 0;
            var (a, b) = (left[i], right[j]);
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return both / Math.Sqrt((double)left.Length * right.Length);
    }

    /// <summary>The share of users that each item has.</summary>
    internal double[] Popularity() => [.. usersOfItem.Select(list => (double)list.Length / Math.Max(1, users.Length))];
}
