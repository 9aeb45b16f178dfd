using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>Ids as the database's own type for them.</summary>
internal sealed class TypedIdConverter<T>() : ValueConverter<T, Guid>(
    id => id.Value, value => TypedId.Of<T>(value))
    where T : struct, IId<T>;
