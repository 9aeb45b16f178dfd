using System.ComponentModel;

namespace Sendra.Domain.Ids;

/// <summary>An id, for what treats all kinds of ids alike: storage, JSON and routes.</summary>
[TypeConverter(typeof(TypedIdConverter))]
public interface IId
{
    Guid Value { get; init; }
}
