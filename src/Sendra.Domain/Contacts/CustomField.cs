using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Sendra.Domain.Common;

namespace Sendra.Domain.Contacts;

/// <summary>A contact property that the workspace declared, with the type its values must have (E4).</summary>
public sealed class CustomField : IWorkspaceOwned
{
    /// <summary>The maximum length of a name, in characters.</summary>
    public const int MaxNameLength = 64;

    /// <summary>The maximum length of a text value, in characters.</summary>
    public const int MaxTextLength = 2_000;

    /// <summary>The maximum length of a number as sent, in characters.</summary>
    public const int MaxNumberLength = 64;

    /// <summary>How many fields a workspace can declare.</summary>
    public const int MaxPerWorkspace = 200;

    // What every contact has already, in any case: a field of that name could never be told apart.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "email", "externalId", "firstName", "lastName", "name", "workspace", "workspaceId", "customFields", "createdAt", "lastEventAt",
    };

    private CustomField(WorkspaceId workspaceId, string name, CustomFieldType type, DateTimeOffset createdAt)
    {
        WorkspaceId = workspaceId;
        Name = name;
        Type = type;
        CreatedAt = createdAt;
    }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>The name, unique in the workspace. Case-sensitive.</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public CustomFieldType Type { get; }

    /// <summary>When it was declared.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Declares a field.</summary>
    /// <param name="name">A name for which <see cref="IsLegalName"/> is true.</param>
    /// <param name="type">The type of its values.</param>
    public static CustomField Declare(WorkspaceId workspaceId, string name, CustomFieldType type, DateTimeOffset now) =>
        IsLegalName(name, out var problem)
            ? new CustomField(workspaceId, name, type, now)
            : throw new ArgumentException(problem, nameof(name));

    /// <summary>Says whether a field may have this name.</summary>
    /// <param name="name">The wanted name.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name.</param>
    public static bool IsLegalName(string? name, [NotNullWhen(false)] out string? problem)
    {
        problem = name switch
        {
            null or "" => "is required",
            { Length: > MaxNameLength } => $"must be at most {MaxNameLength} characters",
            _ when !char.IsAsciiLetter(name[0]) => "must start with a letter (A to Z)",
            _ when !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_') => "may contain only letters, digits and _",
            _ when Reserved.Contains(name) => "is the name of a property that every contact has",
            _ => null,
        };
        return problem is null;
    }

    /// <summary>Says whether a value fits the type; null is no value and always fits.</summary>
    /// <param name="value">A JSON value that is not null.</param>
    /// <param name="problem">What is wrong, as the end of a sentence that begins with the field's name.</param>
    public bool Accepts(JsonElement value, [NotNullWhen(false)] out string? problem)
    {
        problem = Type switch
        {
            CustomFieldType.Text => ContactText.Problem(value, MaxTextLength),
            CustomFieldType.Number => value.ValueKind != JsonValueKind.Number ? "must be a number"
                : value.GetRawText().Length > MaxNumberLength ? $"must be at most {MaxNumberLength} digits"
                : null,
            CustomFieldType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false",
            CustomFieldType.Date => ContactText.Problem(value, MaxTextLength) is null && Iso8601.TryParse(value.GetString()!, out _)
                ? null
                : "must be an ISO 8601 date, like 2026-01-31 or 2026-01-31T12:00:00Z",
            _ => throw new InvalidOperationException($"No rule for {Type}."),
        };
        return problem is null;
    }
}
