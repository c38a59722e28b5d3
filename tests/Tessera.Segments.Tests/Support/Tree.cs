using System.Collections;
using System.Reflection;

namespace Tessera.Segments.Tests.Support;

/// <summary>Looks into trees by reflection, so that a construct added later cannot be forgotten.</summary>
internal static class Tree
{
    private static readonly Assembly Library = typeof(Segment).Assembly;

    /// <summary>Every type of the language's tree that can be made.</summary>
    internal static IEnumerable<Type> Constructs => Library.GetExportedTypes().Where(type =>
        !type.IsAbstract && new[] { typeof(Expression), typeof(ValueTest), typeof(Period), typeof(Measure), typeof(Instant) }.Any(family => family.IsAssignableFrom(type)));

    /// <summary>A part and everything in it.</summary>
    internal static IEnumerable<object> All(object part)
    {
        yield return part;
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            var value = property.GetValue(part);
            var inner = value is IEnumerable list and not string ? list.Cast<object>() : value is null ? [] : [value];
            foreach (var item in inner.Where(item => item.GetType().Assembly == Library && !item.GetType().IsEnum))
            {
                if (item is Ever or CountTest)
                {
                    yield return item;
                    continue;
                }

                foreach (var nested in All(item))
                {
                    yield return nested;
                }
            }
        }
    }
}
