using Sendra.Domain.Common;

namespace Sendra.Domain.EventPatterns;

/// <summary>A property of a schema as it was written: <see cref="EventSchema.TryCreate"/> has yet to check it.</summary>
/// <param name="Allowed">The values that it may have; any when null.</param>
public sealed record SchemaPropertyText(string? Name, SchemaType? Type, bool? Required, IReadOnlyList<RawJson?>? Allowed);
