using Sendra.Application;
using Sendra.Application.Common;
using Sendra.Infrastructure;
using Sendra.WebApi.Access;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<IWorkspaceContext, HttpWorkspaceContext>();
builder.Services.AddApplication();
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddControllers();

var app = builder.Build();
if (await app.Services.PrepareDatabaseAsync(CancellationToken.None) is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    return 1;
}

app.MapControllers();
await app.RunAsync();
return 0;
