namespace Sendra.Application.Common;

/// <summary>A new value for something that may also be left as it is: then there is no change at all.</summary>
/// <param name="To">The new value, which may be null.</param>
public readonly record struct Change<T>(T To);
