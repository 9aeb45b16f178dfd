using Sendra.Application.Common;
using Sendra.Domain.AuditLog;

namespace Sendra.Infrastructure.Persistence.Auditing;

/// <summary>Where nobody calls.</summary>
internal sealed class SystemActor : IActorContext
{
    public Actor Current => Actor.System;
}
