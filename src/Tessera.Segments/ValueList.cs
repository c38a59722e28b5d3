using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Tessera.Segments;

/// <summary>An immutable list that equals another with equal items in the same order, so that trees compare by value.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> items;

    /// <summary>Creates a list of the given items; the sequence is read once.</summary>
    /// <param name="items">The items in order.</param>
    public ValueList(IEnumerable<T> items) => this.items = [.. items];

    /// <summary>How many items there are.</summary>
    public int Count => items.Length;

    /// <summary>The item at a position, from 0.</summary>
    /// <param name="index">The position.</param>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && items.SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
