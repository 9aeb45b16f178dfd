using Ardalis.Specification;

namespace Sendra.Domain.Access;

/// <summary>Which invitations to read.</summary>
public sealed class InvitationSpec : Specification<Invitation>
{
    private InvitationSpec()
    {
    }

    public static InvitationSpec ById(InvitationId id)
    {
        var spec = new InvitationSpec();
        spec.Query.Where(invitation => invitation.Id == id);
        return spec;
    }

    /// <summary>Those whose link works.</summary>
    public static InvitationSpec Open(DateTimeOffset now)
    {
        var spec = new InvitationSpec();
        spec.Query.Where(invitation => invitation.ExpiresAt > now);
        return spec;
    }

    /// <summary>Those whose time is over.</summary>
    public static InvitationSpec Expired(DateTimeOffset now)
    {
        var spec = new InvitationSpec();
        spec.Query.Where(invitation => invitation.ExpiresAt <= now);
        return spec;
    }

    /// <summary>A part of those whose link works, newest first.</summary>
    /// <param name="before">Older than this one; null for the newest.</param>
    /// <param name="count">How many at most.</param>
    public static InvitationSpec NewestOpen(DateTimeOffset now, InvitationId? before, int count)
    {
        var spec = Open(now);
        if (before is { } id)
        {
            spec.Query.Where(invitation => invitation.Id < id);
        }

        spec.Query.OrderByDescending(invitation => invitation.Id).Take(count);
        return spec;
    }
}
