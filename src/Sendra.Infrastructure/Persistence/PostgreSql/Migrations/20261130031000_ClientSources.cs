using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ClientSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "api_key_id",
                table: "event_sources",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_sources_workspace_id_api_key_id",
                table: "event_sources",
                columns: new[] { "workspace_id", "api_key_id" },
                unique: true,
                filter: "api_key_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_event_sources_workspace_id_api_key_id",
                table: "event_sources");

            migrationBuilder.DropColumn(
                name: "api_key_id",
                table: "event_sources");
        }
    }
}
