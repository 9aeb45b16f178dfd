namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>What a column of a row set holds; each database has its own type for it.</summary>
internal enum ColumnKind
{
    /// <summary>A <see cref="IId"/>.</summary>
    Id,

    /// <summary>A <see cref="string"/>.</summary>
    Text,

    Int,

    Long,

    /// <summary>A <see cref="byte"/> array.</summary>
    Bytes,
}
