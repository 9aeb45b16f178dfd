namespace Sendra.Domain.AuditLog;

/// <summary>To what something was done.</summary>
/// <param name="Id">Its id, or the name that is its id; null where there is one of a kind, or where many things are meant.</param>
/// <param name="Name">What people call it; null for people, who are looked up.</param>
public readonly record struct AuditTarget(AuditTargetType Type, string? Id = null, string? Name = null)
{
    /// <summary>The maximum length of an id in characters.</summary>
    public const int MaxIdLength = 64;

    /// <summary>The maximum length of a name in characters; the rest is cut off.</summary>
    public const int MaxNameLength = 255;
}
