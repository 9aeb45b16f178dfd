using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>The link doesn't work: it was used, withdrawn or never created, or it has expired. It isn't told which.</summary>
public static class InvitationNotFound
{
    /// <summary>The refusal.</summary>
    public static NotFoundException Exception() => new("invitation");
}
