using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Outbox;

/// <summary>An effect whose time has come, as it was found.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Run">Its run.</param>
/// <param name="Contact">Whose run it is.</param>
internal sealed record DueEffect(Effect Effect, Enrollment Run, Contact Contact)
{
    /// <summary>How its run is found and locked.</summary>
    public DueRun Key => new(Run.WorkspaceId, Run.Id, Contact.Email);
}
