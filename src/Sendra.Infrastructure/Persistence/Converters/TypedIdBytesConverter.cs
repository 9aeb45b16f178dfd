using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>Ids as <see cref="GuidBytesConverter"/> stores them.</summary>
internal sealed class TypedIdBytesConverter<T>() : ValueConverter<T, byte[]>(
    id => id.Value.ToByteArray(true), bytes => TypedId.Of<T>(new Guid(bytes, true)))
    where T : struct, IId<T>;
