using Tessera.Server.Imports.Numbers;

namespace Tessera.Server.Imports.Orders;

/// <summary>Decides which currency a sign means that several of them share: the one the sender said, else the workspace's; nothing is guessed.</summary>
/// <param name="Said">The currency that the sender said, or null.</param>
/// <param name="Workspace">The workspace's currency, as it was before the import.</param>
internal sealed record SharedSigns(string? Said, string Workspace)
{
    /// <summary>The code of a currency as it is written: by its code, or by a sign; null when the sign may mean several and neither decides.</summary>
    public string? CodeOf(string written)
    {
        var candidates = Currencies.Candidates(written);
        return candidates.Count == 0 ? written
            : Said is not null && candidates.Contains(Said, StringComparer.Ordinal) ? Said
            : candidates.Contains(Workspace, StringComparer.Ordinal) ? Workspace
            : null;
    }

    /// <summary>What shared signs were taken for.</summary>
    public IEnumerable<string> Notes(IEnumerable<string> written)
    {
        foreach (var sign in written.Where(sign => Currencies.Candidates(sign).Count > 0))
        {
            if (CodeOf(sign) is { } code)
            {
                yield return code == Said
                    ? $"Amounts written with \"{sign}\" are taken for {code}, as you said."
                    : $"Amounts written with \"{sign}\" are taken for {code}, the workspace's currency. Give the option currency if they are not.";
            }
        }
    }
}
