using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>The link does nothing: it was used, withdrawn or never made, or its time is over. Which of them is not told.</summary>
public static class InvitationNotFound
{
    /// <summary>The refusal.</summary>
    public static NotFoundException Exception() => new("invitation");
}
