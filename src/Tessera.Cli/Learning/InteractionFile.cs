using System.Globalization;
using Tessera.Learning.Recommendation;

namespace Tessera.Cli.Learning;

/// <summary>Reads who had to do with what out of a plain file.</summary>
internal static class InteractionFile
{
    /// <summary>The interactions by time, and the words that describe each item.</summary>
    /// <exception cref="CommandFailure">The file does not carry it.</exception>
    public static (List<Interaction> Ordered, ItemDescriptions? Descriptions) Read(ProgramEnvironment environment, RecommendRequest request, ICollection<string> notices, CancellationToken cancellationToken)
    {
        using var file = DelimitedFile.Open(environment, request.File);
        var (user, item) = (file.IndexOf(request.User), file.IndexOf(request.Item));
        var rating = request.Rating is null ? -1 : file.IndexOf(request.Rating);
        var time = request.Time is null ? -1 : file.IndexOf(request.Time);
        int[] content = [.. request.Content.Select(file.IndexOf)];
        var rows = new List<(double Time, Interaction Interaction)>();
        var words = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        long read = 0, incomplete = 0, weak = 0;
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            read++;
            var (who, what) = (file.Text(user), file.Text(item));
            if (what.Length > 0)
            {
                AddWords(file, content, what, words);
            }

            if (who.Length == 0 || what.Length == 0)
            {
                incomplete++;
                continue;
            }

            var strength = rating < 0 ? 1 : ValueReading.Number(file, rating);
            if (!(strength > 0) || strength < request.MinimumRating)
            {
                weak++;
                continue;
            }

            rows.Add((time < 0 ? 0 : Instant(file, time), new Interaction(who, what, strength)));
        }

        Notice(notices, request, incomplete, weak);
        if (rows.Count == 0)
        {
            throw new CommandFailure(read == 0 ? $"{request.File} has a header but no rows." : $"{request.File} has no row with a {request.User} and a {request.Item}{(request.Rating is null ? "" : " and a rating that counts")}.");
        }

        // A stable order: what has the same time stays as in the file.
        List<Interaction> ordered = [.. rows.OrderBy(row => row.Time).Select(row => row.Interaction)];
        return (ordered, content.Length == 0 ? null : new ItemDescriptions(words.Select(each => KeyValuePair.Create(each.Key, (IEnumerable<string>)each.Value))));
    }

    private static void Notice(ICollection<string> notices, RecommendRequest request, long incomplete, long weak)
    {
        if (incomplete > 0)
        {
            notices.Add($"{incomplete} rows without a {request.User} or a {request.Item} were left out.");
        }

        if (weak > 0)
        {
            notices.Add($"{weak} rows whose {request.Rating} is 0, negative or below --minimum-rating were left out.");
        }

        if (request.Time is null && !request.Strong)
        {
            notices.Add("No --time was given: the last item of a user is the last in the file.");
        }
    }

    private static double Instant(DelimitedFile file, int column) =>
        double.TryParse(file.Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : ValueReading.Time(file, column).Ticks;

    private static void AddWords(DelimitedFile file, int[] columns, string item, Dictionary<string, HashSet<string>> words)
    {
        foreach (var column in columns)
        {
            if (!words.TryGetValue(item, out var known))
            {
                words[item] = known = new HashSet<string>(StringComparer.Ordinal);
            }

            foreach (var word in file.Text(column).Split([' ', ',', ';', '|', '/', '.', ':', '(', ')', '"', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                known.Add(word.ToLowerInvariant());
            }
        }
    }
}
