using Sendra.Application.Common;
using Sendra.Domain.AuditLog;

namespace Sendra.WebApi.Access;

/// <summary>Whoever sent the request that is under way.</summary>
internal sealed class HttpActor(IHttpContextAccessor accessor) : IActorContext
{
    public Actor Current
    {
        get
        {
            if (accessor.HttpContext is not { } http)
            {
                return Actor.System;
            }

            var client = http.Client();
            return http.User.Caller() switch
            {
                { Session: { } session } => new Actor(ActorType.User, session.UserId.Value, null, client.Address, client.UserAgent),
                { Key: { } key } => new Actor(ActorType.ApiKey, key.Id.Value, key.Name, client.Address, client.UserAgent),
                _ => new Actor(ActorType.Anonymous, null, null, client.Address, client.UserAgent),
            };
        }
    }
}
