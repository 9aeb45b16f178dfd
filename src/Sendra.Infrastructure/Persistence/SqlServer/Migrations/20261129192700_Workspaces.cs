using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Workspaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "deleted_at",
                table: "workspaces",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "founder",
                table: "users",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "last_workspace_id",
                table: "users",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "workspace_id",
                table: "user_sessions",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "binary(16)",
                oldFixedLength: true,
                oldMaxLength: 16);

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "user_sessions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "created_at",
                table: "user_sessions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "last_used_at",
                table: "user_sessions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "user_agent",
                table: "user_sessions",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "ix_users_founder",
                table: "users",
                column: "founder",
                unique: true,
                filter: "[founder] IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_user_sessions_users_user_id",
                table: "user_sessions",
                column: "user_id",
                principalTable: "users",
                principalColumn: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_user_sessions_users_user_id",
                table: "user_sessions");

            migrationBuilder.DropIndex(
                name: "ix_users_founder",
                table: "users");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "founder",
                table: "users");

            migrationBuilder.DropColumn(
                name: "last_workspace_id",
                table: "users");

            migrationBuilder.DropColumn(
                name: "address",
                table: "user_sessions");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "user_sessions");

            migrationBuilder.DropColumn(
                name: "last_used_at",
                table: "user_sessions");

            migrationBuilder.DropColumn(
                name: "user_agent",
                table: "user_sessions");

            migrationBuilder.AlterColumn<byte[]>(
                name: "workspace_id",
                table: "user_sessions",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "binary(16)",
                oldFixedLength: true,
                oldMaxLength: 16,
                oldNullable: true);
        }
    }
}
