using Sendra.Domain.Common;

namespace Sendra.Domain.Messages;

/// <summary>What a mail says, for all who get it. Its content is in versions (M1).</summary>
public sealed class Template : IWorkspaceOwned
{
    /// <summary>How many a workspace can have.</summary>
    public const int MaxPerWorkspace = 1_000;

    /// <summary>The maximum length of a name, in characters.</summary>
    public const int MaxNameLength = 200;

    private Template(TemplateId id, WorkspaceId workspaceId, string name, string subject, TemplateFormat format, int version, DateTimeOffset updatedAt)
    {
        Id = id;
        WorkspaceId = workspaceId;
        Name = name;
        Subject = subject;
        Format = format;
        Version = version;
        UpdatedAt = updatedAt;
    }

    public TemplateId Id { get; }

    public WorkspaceId WorkspaceId { get; }

    /// <summary>Its name, for the people of the workspace.</summary>
    public string Name { get; private set; }

    /// <summary>The subject of its newest version, for lists.</summary>
    public string Subject { get; private set; }

    /// <summary>The format of its newest version, for lists.</summary>
    public TemplateFormat Format { get; private set; }

    /// <summary>The number of its newest version.</summary>
    public int Version { get; private set; }

    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Creates a template, whose first version is yet to be made of it.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="name">Its name, 1 to <see cref="MaxNameLength"/> characters.</param>
    /// <param name="content">What it says.</param>
    public static Template Create(TemplateId id, WorkspaceId workspaceId, string name, TemplateContent content) =>
        new(id, workspaceId, name, content.Subject, content.Format, TemplateVersion.FirstNumber, TimeOrderedId.TimeOf(id));

    /// <summary>Changes what it says from now on.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">What it says.</param>
    /// <param name="current">Its newest version.</param>
    /// <returns>True when it has another version now, which is yet to be made of it.</returns>
    public bool Edit(string name, TemplateContent content, TemplateVersion current, DateTimeOffset now)
    {
        Name = name;
        UpdatedAt = now;
        if (content == current.Content)
        {
            return false;
        }

        Subject = content.Subject;
        Format = content.Format;
        Version++;
        return true;
    }
}
