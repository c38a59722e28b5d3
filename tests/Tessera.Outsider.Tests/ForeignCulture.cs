using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tessera.Outsider.Tests;

/// <summary>
/// Programs that use the libraries run wherever they run. All tests here do under a culture that writes numbers in ways no engine and
/// no file format reads, and the libraries must not notice.
/// </summary>
internal static class ForeignCulture
{
    [ModuleInitializer]
    internal static void Set()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = "·";
        culture.DateTimeFormat.TimeSeparator = "·";
        CultureInfo.DefaultThreadCurrentCulture = culture;
    }
}
