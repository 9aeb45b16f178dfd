namespace Sendra.Client.Common;

/// <summary>
/// A value that can be left out of a change: nothing assigned leaves the field as it is, <c>null</c> clears it. Values convert by themselves:
/// <c>RetentionDays = 30</c>, <c>RetentionDays = null</c>.
/// </summary>
public readonly record struct Optional<T>
{
    /// <summary>Makes one that is sent.</summary>
    /// <param name="value">The value.</param>
    public Optional(T value) => (Value, IsSet) = (value, true);

    /// <summary>The value.</summary>
    public T? Value { get; }

    /// <summary>Whether it is sent.</summary>
    public bool IsSet { get; }

#pragma warning disable CA2225 // The constructor is the other way.
    public static implicit operator Optional<T>(T value) => new(value);
#pragma warning restore CA2225
}
