using System.Globalization;
using System.Text;

namespace Tessera.Simulation.People;

/// <summary>E-mail addresses under domains reserved for examples (RFC 2606), so that no message can reach anybody.</summary>
internal static class EmailText
{
    /// <summary>An address from a name, made unique by the customer's number.</summary>
    public static string Of(string first, string last, int customer, string domain) =>
        string.Create(CultureInfo.InvariantCulture, $"{Plain(first)}.{Plain(last)}{customer}@{domain}");

    /// <summary>The letters of a name in lower-case ASCII; accents are dropped.</summary>
    public static string Plain(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var plain = Accented.IndexOf(letter, StringComparison.Ordinal);
            var ascii = char.ToLowerInvariant(plain < 0 ? letter : Unaccented[plain]);
            if (char.IsAsciiLetterOrDigit(ascii))
            {
                text.Append(ascii);
            }
        }

        return text.ToString();
    }

    // Normalisation data is absent where globalisation is invariant on some platforms, so the letters of NameBook are listed.
    private const string Accented = "áàâãäåéèêëíìîïóòôõöøúùûüçñßąćęłńśźżÁÀÂÄÅÉÈÍÓÖØÚÜÇÑŁŚŹŻ";
    private const string Unaccented = "aaaaaaeeeeiiiioooooouuuucnsacelnszzAAAAAEEIOOOUUCNLSZZ";
}
