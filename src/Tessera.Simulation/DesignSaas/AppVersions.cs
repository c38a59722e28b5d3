using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Tessera.Simulation.DesignSaas;

/// <summary>The value of <c>context.app</c> on each day, made once.</summary>
internal static class AppVersions
{
    private static readonly ConcurrentDictionary<(int Major, int Minor), byte[]> Made = new();

    /// <summary>The app as it was released by a day.</summary>
    public static byte[] Json(int day) => Made.GetOrAdd(ProductTimeline.AppVersion(day), static version =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"name":"Design","version":"{{version.Major}}.{{version.Minor}}.0"}""")));
}
