using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;

namespace Tessera.ClickHouse.Tests.Support;

/// <summary>Compares rows by their values, lists and maps by their content.</summary>
internal static class Same
{
    public static void ShouldBeTheSame<T>(this T actual, T expected, string path = "row")
    {
        switch (expected, actual)
        {
            case (null, null):
                break;
            case (string or IPAddress, _):
                actual.ShouldBe(expected, path);
                break;
            case (IDictionary map, IDictionary other):
                other.Count.ShouldBe(map.Count, path);
                foreach (DictionaryEntry entry in map)
                {
                    other[entry.Key].ShouldBeTheSame(entry.Value, $"{path}[{entry.Key}]");
                }

                break;
            case (IList list, IList other):
                other.Count.ShouldBe(list.Count, path);
                for (var i = 0; i < list.Count; i++)
                {
                    other[i].ShouldBeTheSame(list[i], $"{path}[{i}]");
                }

                break;
            case (ITuple or ValueType, _):
                actual.ShouldBe(expected, path);
                break;
            case (not null, not null):
                foreach (var property in expected.GetType().GetProperties())
                {
                    property.GetValue(actual).ShouldBeTheSame(property.GetValue(expected), $"{path}.{property.Name}");
                }

                break;
            default:
                actual.ShouldBe(expected, path);
                break;
        }
    }
}
